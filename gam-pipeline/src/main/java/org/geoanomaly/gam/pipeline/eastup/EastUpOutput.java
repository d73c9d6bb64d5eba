package org.geoanomaly.gam.pipeline.eastup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.formats.cog.CogMetadata;
import org.geoanomaly.gam.formats.cog.CogOptions;
import org.geoanomaly.gam.formats.cog.CogWriter;
import org.geoanomaly.gam.formats.netcdf.NetcdfProduct;
import org.geoanomaly.gam.formats.netcdf.NetcdfWriter;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;

/** Writes east and up to files that GIS read: all layers in one NetCDF file, or one cloud-optimized GeoTIFF for each of the two motions. */
public final class EastUpOutput {
    private EastUpOutput() {}

    /**
     * Writes.
     *
     * @param file {@code *.nc}, or {@code *.tif} for {@code *_east.tif} and {@code *_up.tif}
     * @param sources names of the products
     * @return the files written
     */
    public static List<Path> write(Path file, EastUpGrid grid, List<String> sources) throws IOException {
        String name = String.valueOf(file.getFileName());
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".nc")) {
            NetcdfProduct product = NetcdfProduct.ofPlane(grid.geometry());
            for (EastUpGrid.Layer layer : grid.layers()) {
                product.layer(layer.name(), layer.title(), layer.grid());
            }
            product.attribute("title", "eastward and upward motion from looks from two sides");
            product.attribute("source", String.join(", ", sources));
            product.attribute("comment", "motion north is taken for zero");
            NetcdfWriter.write(file, product);
            return List.of(file);
        }
        if (!lower.endsWith(".tif") && !lower.endsWith(".tiff")) {
            throw new ConfigurationException(
                    "cannot write " + file + ": its ending says no format", "use .nc or .tif", null);
        }
        List<Path> written = new ArrayList<>();
        for (EastUpGrid.Layer layer : grid.layers().subList(0, 2)) {
            int dot = name.lastIndexOf('.');
            String side = layer.name().startsWith("east") ? "_east" : "_up";
            Path target = file.resolveSibling(name.substring(0, dot) + side + name.substring(dot));
            CogMetadata metadata = CogMetadata.NONE
                    .with("quantity", layer.name())
                    .with("unit", grid.unit().symbol())
                    .with("source", String.join(", ", sources));
            CogWriter.write(target, layer.grid(), CogOptions.DEFAULT, metadata);
            written.add(target);
        }
        return written;
    }
}
