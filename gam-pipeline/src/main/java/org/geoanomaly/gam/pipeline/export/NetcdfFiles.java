package org.geoanomaly.gam.pipeline.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geoanomaly.gam.formats.netcdf.NetcdfProduct;
import org.geoanomaly.gam.formats.netcdf.NetcdfWriter;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.pipeline.data.RegionGrid;
import org.geoanomaly.gam.pipeline.data.RegionModel;

/** Grids and models as NetCDF by CF-1.10. */
final class NetcdfFiles {
    /** Layers of a grid in the order of the file; further ones follow. */
    private static final List<String> GRID_LAYERS = List.of("data", "uncertainty", "height", "predicted", "residual");

    private final Credits credits;

    NetcdfFiles(Credits credits) {
        this.credits = credits;
    }

    void grid(RegionGrid grid, Path file) throws IOException {
        FloatGrid first = grid.layers().values().iterator().next();
        NetcdfProduct product = NetcdfProduct.ofPlane(first.geometry())
                .attribute("title", grid.modality() + ": " + grid.quantity().replace('_', ' '))
                .attribute("modality", grid.modality())
                .attribute("quantity", grid.quantity());
        attributes(product, first.geometry().dx(), credits.of(grid.modality()));
        Set<String> names = new LinkedHashSet<>(GRID_LAYERS);
        names.retainAll(grid.layers().keySet());
        names.addAll(grid.layers().keySet());
        for (String name : names) {
            FloatGrid layer = grid.layers().get(name);
            if (layer != null) {
                product.layer(name, describe(name, grid.quantity().replace('_', ' ')), layer);
            }
        }
        NetcdfWriter.write(file, product);
    }

    private static String describe(String layer, String quantity) {
        return switch (layer) {
            case "data" -> quantity;
            case "uncertainty" -> "standard deviation of " + quantity;
            case "height" -> "height of " + quantity + " above sea level";
            case "predicted" -> quantity + " of the model";
            case "residual" -> quantity + ", data minus model";
            default -> layer.replace('_', ' ');
        };
    }

    void model(RegionModel model, Path file) throws IOException {
        RegionModel.Depths depths = model.depths();
        double[] centres = new double[depths.count()];
        double[] edges = new double[depths.count() + 1];
        edges[0] = depths.top(0);
        for (int k = 0; k < centres.length; k++) {
            centres[k] = depths.centre(k);
            edges[k + 1] = depths.bottom(k);
        }
        boolean fused = model.name().equals(ModelLayers.FUSED);
        NetcdfProduct product = NetcdfProduct.ofModel(model.geometry(), centres)
                .depthEdges(edges, depths.referenceHeight())
                .attribute("title", fused ? "fused model of all modalities" : model.name() + ": model from its data")
                .attribute("modality", model.name());
        attributes(product, model.geometry().dx(), fused ? credits.ofAll() : credits.of(model.name()));
        ModelLayers.named(model)
                .forEach((name, layer) -> product.layer(name, layer.description(), layer.unit(), layer.values()));
        NetcdfWriter.write(file, product);
    }

    private static void attributes(NetcdfProduct product, double step, Map<String, String> items) {
        product.attribute("grid_res", step(step) + " degrees").attribute("institution", "made with GeoAnomalyMapper");
        items.forEach(product::attribute);
    }

    /** Without the digits that binary fractions add. */
    private static String step(double value) {
        return new BigDecimal(value)
                .round(new MathContext(12))
                .stripTrailingZeros()
                .toPlainString();
    }
}
