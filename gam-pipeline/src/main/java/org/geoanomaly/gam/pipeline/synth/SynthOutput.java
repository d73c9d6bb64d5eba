package org.geoanomaly.gam.pipeline.synth;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.formats.cog.CogMetadata;
import org.geoanomaly.gam.formats.cog.CogOptions;
import org.geoanomaly.gam.formats.cog.CogWriter;
import org.geoanomaly.gam.formats.netcdf.NetcdfProduct;
import org.geoanomaly.gam.formats.netcdf.NetcdfWriter;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.synth.SynthResult.Fact;

/**
 * Writes results by the extension of the file: {@code .nc} NetCDF, {@code .tif} cloud-optimised GeoTIFF, {@code .gdf} as ICGEM's service does,
 * {@code .csv} and {@code .xyz} text. Text carries double precision.
 */
public final class SynthOutput {
    private static final List<String> GRID_FORMATS = List.of(".nc", ".tif", ".tiff", ".gdf", ".csv", ".xyz");

    private SynthOutput() {}

    /**
     * Refuses an extension that cannot be written, so that nothing is computed in vain.
     *
     * @param count number of quantities
     */
    public static void check(Path out, SynthTarget target, int count) {
        String kind = extension(out);
        boolean points = target instanceof SynthTarget.Points;
        if (points ? !kind.equals(".csv") : !GRID_FORMATS.contains(kind)) {
            throw new GamException(
                    "cannot write '" + out.getFileName() + "'",
                    points ? "points are written to a .csv file" : "choose one of " + String.join(", ", GRID_FORMATS),
                    null);
        }
        if (count > 1 && !kind.equals(".nc") && !kind.equals(".csv")) {
            throw new GamException("a " + kind + " file holds one quantity, not " + count, "use .nc or .csv", null);
        }
    }

    /** Writes results of one target, each its own layer or column. */
    public static void write(Path out, List<SynthResult> results) {
        SynthResult first = results.get(0);
        check(out, first.target(), results.size());
        try {
            if (first.target() instanceof SynthTarget.Grid grid) {
                write(out, grid.geometry(), results);
            } else {
                PointTable table = ((SynthTarget.Points) first.target()).table();
                text(out, writer -> TextResults.points(writer, table, results));
            }
        } catch (IOException e) {
            throw new OutputException("cannot write " + out + ": " + e.getMessage(), null, e);
        }
    }

    private static void write(Path out, GridGeometry geometry, List<SynthResult> results) throws IOException {
        SynthResult first = results.get(0);
        switch (extension(out)) {
            case ".nc" -> {
                NetcdfProduct product = NetcdfProduct.ofPlane(geometry);
                for (SynthResult r : results) {
                    product.layer(r.quantity(), r.quantity().replace('_', ' '), r.unit(), r.narrowed());
                }
                for (Fact fact : first.facts()) {
                    product.attribute(fact.name(), fact.value());
                }
                NetcdfWriter.write(out, product);
            }
            case ".tif", ".tiff" -> {
                CogMetadata metadata = CogMetadata.NONE
                        .with("quantity", first.quantity())
                        .with("unit", first.unit().symbol());
                for (Fact fact : first.facts()) {
                    metadata = metadata.with(fact.name(), fact.value());
                }
                CogWriter.write(
                        out, new FloatGrid(geometry, first.unit(), first.narrowed()), CogOptions.DEFAULT, metadata);
            }
            case ".gdf" -> text(out, writer -> TextResults.icgem(writer, geometry, first));
            default ->
                text(
                        out,
                        writer -> TextResults.table(
                                writer, geometry, results, extension(out).equals(".csv")));
        }
    }

    private interface Lines {
        void to(Writer writer) throws IOException;
    }

    private static void text(Path out, Lines lines) {
        AtomicFile.write(out, stream -> {
            try {
                Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
                lines.to(writer);
                writer.flush();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    private static String extension(Path out) {
        String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }
}
