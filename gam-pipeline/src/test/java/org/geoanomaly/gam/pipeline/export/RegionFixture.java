package org.geoanomaly.gam.pipeline.export;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.geoanomaly.gam.geophysics.inversion.InversionStep;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.ExportFormat;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.Gap;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.ModelFit;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.RegionGrid;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.fetch.Expected;
import org.geoanomaly.gam.pipeline.source.DataSource;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;

/** Small results with everything that makes files hard: gaps in grids, layers of unequal thickness, odd names, the antimeridian. */
public final class RegionFixture {
    public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    public static final BoundingBox WESTERN = new BoundingBox(-32, -30, -71.5, -68.5);
    public static final BoundingBox ACROSS = new BoundingBox(50, 52, 178.5, -178.5);

    /** 9 layers that get thicker, so that slices have to be chosen. */
    private static final double[] EDGES = {0, 250, 500, 1000, 1500, 2000, 3000, 4000, 5000, 6500};

    private static final double STEP = 0.25;

    private RegionFixture() {}

    /** Two modalities, three anomalies, one gap. */
    public static RegionResult western() {
        return result(
                WESTERN, List.of("gravity", "magnetic"), anomalies(-70.25, -69.1234567891), ExportFormat.values());
    }

    /** The same across 180°; places of anomalies as a careless frame would give them. */
    public static RegionResult across() {
        return result(ACROSS, List.of("gravity", "magnetic"), anomalies(179.25, 180.875), ExportFormat.values());
    }

    public static RegionResult withoutAnomalies() {
        return result(WESTERN, List.of("gravity", "magnetic"), List.of(), ExportFormat.values());
    }

    public static RegionResult ofOneModality() {
        Anomaly one = new Anomaly(
                "A001",
                new Anomaly.Place(-31, -70, 1234.5),
                0.5,
                "unclassified",
                -3.25,
                Map.of("gravity", -3.25),
                new Anomaly.Body(12000, 3.5e10, 500, 2000, 14));
        return result(WESTERN, List.of("gravity"), List.of(one), ExportFormat.values());
    }

    /** Another choice of files. */
    public static RegionResult with(RegionResult r, ExportFormat... formats) {
        RegionResult.Run run = new RegionResult.Run(
                r.run().id(), r.run().start(), config(formats), r.run().inputs());
        return new RegionResult(run, r.area(), r.modalities(), r.fused(), r.anomalies(), r.gaps(), r.notes());
    }

    /** The gridded data of the first modality. */
    public static FloatGrid data(RegionResult r) {
        return Objects.requireNonNull(r.modalities().get(0).grid().layers().get("data"));
    }

    static float[] values(RegionModel model, String layer) {
        return Objects.requireNonNull(model.layers().get(layer)).values();
    }

    private static List<Anomaly> anomalies(double firstLon, double secondLon) {
        double south = firstLon < 0 ? -31.75 : 50.25;
        Anomaly strong = new Anomaly(
                "A001",
                new Anomaly.Place(south + 0.5, firstLon, 750),
                0.987654321,
                "dense, magnetic \"body\"",
                8.9,
                contributions(5.400000001, 3.499999999),
                new Anomaly.Body(25000.004, 1.25e12, 250, 4000, 40));
        Anomaly weak = new Anomaly(
                "A002",
                new Anomaly.Place(south + 1, secondLon, 4500),
                0.25,
                "void",
                -2.5e-7,
                contributions(-2.5e-7, 0),
                new Anomaly.Body(0, 1e9, 4000, 5000, 1));
        Anomaly half = new Anomaly(
                "A003",
                new Anomaly.Place(south + 1.1, secondLon, 125),
                0.2,
                "unclassified",
                2.25,
                Map.of("gravity", 2.25),
                new Anomaly.Body(100, 2e9, 0, 250, 2));
        return List.of(strong, weak, half);
    }

    private static Map<String, Double> contributions(double gravity, double magnetic) {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("gravity", gravity);
        parts.put("magnetic", magnetic);
        return parts;
    }

    private static RegionResult result(
            BoundingBox area, List<String> modalities, List<Anomaly> anomalies, ExportFormat... formats) {
        GridGeometry geometry = new GridGeometry(
                Crs.WGS84,
                area.west(),
                area.north(),
                STEP,
                STEP,
                (int) Math.round(area.width() / STEP),
                (int) Math.round(area.height() / STEP),
                Registration.CELL);
        List<ModalityResult> results = new ArrayList<>();
        List<RegionResult.Input> inputs = new ArrayList<>();
        for (String modality : modalities) {
            results.add(modality(modality, geometry));
            inputs.add(input(modality));
        }
        inputs.add(input("topography"));
        return new RegionResult(
                new RegionResult.Run("7f3a9c1e", START, config(formats), inputs),
                area,
                results,
                fused(geometry, modalities),
                anomalies,
                List.of(new Gap("seismic", "fetch", "no source is configured")),
                List.of("resolution 0.25 degrees"));
    }

    private static GamConfig config(ExportFormat... formats) {
        GamConfig d = GamConfig.DEFAULT;
        VisualizationSection v = new VisualizationSection(
                d.visualization().mapType(),
                List.of(formats),
                d.visualization().colorScheme(),
                d.visualization().confidenceMin(),
                null);
        return new GamConfig(d.global(), d.data(), d.preprocessing(), d.modeling(), v, d.core(), d.fusionMvp());
    }

    private static ModalityResult modality(String modality, GridGeometry g) {
        Unit unit = modality.equals("gravity") ? Unit.MILLIGAL : Unit.NANOTESLA;
        Map<String, FloatGrid> layers = new LinkedHashMap<>();
        for (String layer : List.of("data", "uncertainty", "height", "predicted", "residual")) {
            Unit own = layer.equals("height") ? Unit.METRE : unit;
            layers.put(
                    layer, new FloatGrid(g, own, wave(g.size(), 1, layer.hashCode() % 7, layer.equals("uncertainty"))));
        }
        Map<String, RegionModel.Layer> model = new LinkedHashMap<>();
        Unit property = modality.equals("gravity") ? Unit.KILOGRAM_PER_CUBIC_METRE : Unit.SUSCEPTIBILITY;
        int n = EDGES.length - 1;
        model.put("data", new RegionModel.Layer("contrast", property, wave(g.size(), n, 3, false)));
        model.put("uncertainty", new RegionModel.Layer("standard deviation", property, wave(g.size(), n, 5, true)));
        model.put("prior_uncertainty", new RegionModel.Layer("prior deviation", property, wave(g.size(), n, 6, true)));
        double[] column = {1, 2, 3};
        ModelFit fit = new ModelFit(
                new ModelFit.Quality(true, 0.98, "fft", List.of("a note")),
                new double[] {1, 2, 4},
                new double[n],
                List.of(new InversionStep("smooth", 1, 0.98, 2, 30)));
        Observations observed = new Observations(column, column, column, column, column, Map.of());
        return new ModalityResult(
                modality,
                new RegionGrid(
                        modality, modality.equals("gravity") ? "gravity_disturbance" : "total_field_anomaly", layers),
                new RegionModel(modality, g, new RegionModel.Depths(EDGES, 812.5), model),
                List.of(new ModalityResult.TileFit("r00c00", observed, fit)),
                List.of("2 values left out"));
    }

    private static RegionModel fused(GridGeometry g, List<String> modalities) {
        int n = EDGES.length - 1;
        Map<String, RegionModel.Layer> layers = new LinkedHashMap<>();
        layers.put("score", new RegionModel.Layer("score", Unit.DIMENSIONLESS, wave(g.size(), n, 4, false)));
        layers.put("uncertainty", new RegionModel.Layer("deviation", Unit.DIMENSIONLESS, wave(g.size(), n, 2, true)));
        modalities.forEach(m -> layers.put(
                "contribution_" + m,
                new RegionModel.Layer("part of " + m, Unit.DIMENSIONLESS, wave(g.size(), n, m.length(), false))));
        return new RegionModel("fused", g, new RegionModel.Depths(EDGES, 812.5), layers);
    }

    /** Distinct values with some gaps; the fourth column of cells has none at all. */
    private static float[] wave(int cells, int layers, int phase, boolean positive) {
        float[] values = new float[cells * layers];
        for (int i = 0; i < values.length; i++) {
            float v = (float) (Math.sin(0.37 * i + phase) * (1 + i % 11));
            boolean gap = i % 17 == 5 || i % cells == 3;
            values[i] = gap ? Float.NaN : positive ? Math.abs(v) + 0.1F : v;
        }
        return values;
    }

    private static RegionResult.Input input(String modality) {
        DataSource source = new DataSource(
                modality + "-survey",
                "Survey <of> " + modality + "\u0007 & more",
                modality,
                new DataSource.Publication(
                        List.of(URI.create("https://example.org/" + modality + ".tif")),
                        modality + ".tif",
                        "geotiff",
                        Expected.NOTHING),
                new DataSource.Content("quantity", "mGal", null, null, 0.1, null),
                new DataSource.Terms(
                        "CC-BY-4.0",
                        "Müller, Ø. (2020)",
                        DataSource.Authentication.NONE,
                        DataSource.UpdatePolicy.FIXED),
                "");
        return new RegionResult.Input(
                modality,
                new ResolvedSource(
                        source,
                        Path.of("/data/" + modality + ".tif"),
                        "ab".repeat(32),
                        1234,
                        Instant.parse("2025-05-05T05:05:05Z"),
                        ResolvedSource.Origin.MIRROR));
    }
}
