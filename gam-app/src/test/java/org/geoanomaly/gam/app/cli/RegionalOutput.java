package org.geoanomaly.gam.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.ColorScheme;
import org.geoanomaly.gam.pipeline.config.ExportFormat;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.RegionGrid;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.export.RegionExports;
import org.geoanomaly.gam.pipeline.export.RegionManifest;
import org.geoanomaly.gam.pipeline.fetch.Expected;
import org.geoanomaly.gam.pipeline.source.DataSource;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;

/** The output directory of a small regional run across the antimeridian. */
final class RegionalOutput {
    private RegionalOutput() {}

    static void write(Path directory, ExportFormat... formats) {
        RegionResult result = result(formats);
        try (Workers workers = new Workers(2)) {
            RegionManifest.write(result, directory, RegionExports.write(result, directory, workers));
        }
    }

    private static RegionResult result(ExportFormat... formats) {
        GridGeometry g = new GridGeometry(Crs.WGS84, 179, 12, 0.5, 0.5, 4, 4, Registration.CELL);
        GamConfig d = GamConfig.DEFAULT;
        VisualizationSection v = new VisualizationSection("2d", List.of(formats), ColorScheme.VIK, 0);
        GamConfig config =
                new GamConfig(d.global(), d.data(), d.preprocessing(), d.modeling(), v, d.core(), d.fusionMvp());
        Map<String, FloatGrid> grids = new LinkedHashMap<>();
        for (String name : List.of("data", "uncertainty", "residual")) {
            grids.put(name, new FloatGrid(g, Unit.MILLIGAL, ones(16)));
        }
        ModalityResult gravity = new ModalityResult(
                "gravity",
                new RegionGrid("gravity", "gravity_disturbance", grids),
                model("gravity", "data", g),
                List.of(),
                List.of());
        return new RegionResult(
                new RegionResult.Run("1234abcd", Instant.parse("2026-01-02T03:04:05Z"), config, List.of(input())),
                new BoundingBox(10, 12, 179, -179),
                List.of(gravity),
                model("fused", "score", g),
                List.of(anomaly("A001", 11.25, 179.75, 0.95, "dense"), anomaly("A002", 10.75, -179.25, 0.4, "void")),
                List.of(),
                List.of());
    }

    private static Anomaly anomaly(String id, double lat, double lon, double confidence, String type) {
        return new Anomaly(
                id,
                new Anomaly.Place(lat, lon, 12345),
                confidence,
                type,
                confidence * 10,
                Map.of("gravity", confidence * 10),
                new Anomaly.Body(2000, 1e9, 12000, 13000, 3));
    }

    private static RegionModel model(String name, String layer, GridGeometry g) {
        Map<String, RegionModel.Layer> layers = new LinkedHashMap<>();
        layers.put(layer, new RegionModel.Layer("what it is", Unit.DIMENSIONLESS, ones(32)));
        layers.put("uncertainty", new RegionModel.Layer("deviation", Unit.DIMENSIONLESS, ones(32)));
        return new RegionModel(name, g, new RegionModel.Depths(new double[] {0, 10000, 20000}, 0), layers);
    }

    private static float[] ones(int n) {
        float[] values = new float[n];
        Arrays.fill(values, 1);
        return values;
    }

    private static RegionResult.Input input() {
        DataSource source = new DataSource(
                "survey",
                "A survey",
                "gravity",
                new DataSource.Publication(List.of(), "survey.tif", "geotiff", Expected.NOTHING),
                new DataSource.Content("gravity_disturbance", "mGal", null, null, 0.5, null),
                new DataSource.Terms("CC0", "nobody", DataSource.Authentication.NONE, DataSource.UpdatePolicy.FIXED),
                "");
        return new RegionResult.Input(
                "gravity",
                new ResolvedSource(
                        source,
                        Path.of("survey.tif"),
                        "cd".repeat(32),
                        1,
                        Instant.EPOCH,
                        ResolvedSource.Origin.MIRROR));
    }
}
