package org.geoanomaly.gam.pipeline.visual.map;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.geoanomaly.gam.geophysics.body.Body;
import org.geoanomaly.gam.geophysics.body.BodyField;
import org.geoanomaly.gam.geophysics.body.FieldValues;
import org.geoanomaly.gam.geophysics.body.Prism;
import org.geoanomaly.gam.geophysics.inversion.InversionStep;
import org.geoanomaly.gam.geophysics.magnetic.Vector3;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.Gap;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.ModelFit;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.RegionGrid;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.fetch.Expected;
import org.geoanomaly.gam.pipeline.source.DataSource;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;

/**
 * A result as a run would find it: two bodies below a coast, their gravity and magnetic field by forward modelling with noise, models
 * that see the bodies blurred, and corners without data.
 */
public final class SampleRegion {
    private static final double STEP = 0.025;
    private static final int ROWS = 48;
    private static final double[] EDGES = {0, 1000, 2000, 3000, 4500, 6000, 8000, 10000, 13000, 16000, 20000};
    private static final double HEIGHT = 1200;
    private static final String HOSTILE =
            "</script><script>alert('x')</script><img src=x onerror=alert(1)> & \"quoted\" \u202e\u0007 "
                    + "a name that goes on and on ".repeat(12);

    private final double south;
    private final double west;
    private final int columns;
    private final boolean hostile;
    private final Random random = new Random(7);

    private SampleRegion(double south, double west, int columns, boolean hostile) {
        this.south = south;
        this.west = west;
        this.columns = columns;
        this.hostile = hostile;
    }

    /** Southern Iceland, 3° x 1.2°. */
    public static RegionResult typical() {
        return new SampleRegion(63.2, -20.4, 120, false).result(false);
    }

    /** Names and notes that try to break out of any document, and many anomalies. */
    public static RegionResult hostile() {
        return new SampleRegion(63.2, -20.4, 120, true).result(false);
    }

    /** Fiji, across ±180°. */
    public static RegionResult acrossTheAntimeridian() {
        return new SampleRegion(-17.9, 178.8, 60, false).result(false);
    }

    /** Nothing was found and nothing is known. */
    public static RegionResult empty() {
        return new SampleRegion(63.2, -20.4, 120, false).result(true);
    }

    private GridGeometry geometry() {
        return new GridGeometry(Crs.WGS84, west, south + ROWS * STEP, STEP, STEP, columns, ROWS, Registration.CELL);
    }

    private RegionModel.Depths depths() {
        return new RegionModel.Depths(EDGES, 1000);
    }

    private RegionResult result(boolean empty) {
        GridGeometry g = geometry();
        double east = BoundingBox.normalizeLongitude(g.east());
        BoundingBox area = new BoundingBox(south, south + ROWS * STEP, west, east);
        List<ModalityResult> modalities =
                List.of(modality("gravity", empty), modality(hostile ? "magnetic" + HOSTILE : "magnetic", empty));
        RegionModel fused = fused(modalities, empty);
        List<String> notes = new ArrayList<>(List.of(
                "The gravity data resolve 3.9 km sideways, the magnetic data 2.8 km; bodies smaller than that cannot be seen.",
                "Heights are metres above sea level; geoid and ellipsoid are not told apart.",
                "Confidence is calibrated on 400 synthetic scenes (calibration 2026-10)."));
        List<Gap> gaps = new ArrayList<>(List.of(
                new Gap("seismic", "fetch", "no event lies in the area; widen data.bbox or leave seismic out")));
        if (hostile) {
            notes.add(HOSTILE);
            gaps.add(new Gap(HOSTILE, HOSTILE, HOSTILE));
        }
        return new RegionResult(
                new RegionResult.Run(
                        "7f3a9c1e52d0", Instant.parse("2026-11-20T10:41:00Z"), GamConfig.DEFAULT, inputs()),
                area,
                modalities,
                fused,
                empty ? List.of() : anomalies(),
                gaps,
                notes);
    }

    private List<RegionResult.Input> inputs() {
        return List.of(
                input(
                        "gravity",
                        "eigen-6c4",
                        "Förste et al. (2014), EIGEN-6C4, GFZ, doi:10.5880/icgem.2015.1",
                        "CC-BY-4.0"),
                input(
                        "magnetic",
                        "emag2-v3",
                        hostile ? HOSTILE : "Meyer et al. (2017), EMAG2v3, NOAA, doi:10.7289/V5H70CVX",
                        "public domain"),
                input("topography", "etopo-2022", "", "public domain"));
    }

    private RegionResult.Input input(String modality, String id, String citation, String license) {
        DataSource.Publication file = new DataSource.Publication(
                List.of(java.net.URI.create(hostile ? "javascript:alert(1)" : "https://example.org/" + id + ".nc")),
                id + ".nc",
                "netcdf",
                Expected.NOTHING);
        DataSource source = new DataSource(
                id,
                hostile ? HOSTILE : "The data set " + id,
                modality,
                file,
                new DataSource.Content("anomaly", "mGal", 4000.0, null, 0.033, null),
                new DataSource.Terms(license, citation, DataSource.Authentication.NONE, DataSource.UpdatePolicy.FIXED),
                "");
        return new RegionResult.Input(
                modality,
                new ResolvedSource(
                        source,
                        Path.of("data", id + ".nc"),
                        "0123456789abcdef".repeat(4),
                        12_345_678,
                        Instant.parse("2026-11-01T00:00:00Z"),
                        ResolvedSource.Origin.CACHE));
    }

    private BodyField bodies() {
        Prism dense = new Prism(-38_000, -20_000, -4_000, 14_000, -8_500, -2_000);
        Prism magnetic = new Prism(14_000, 38_000, -18_000, -4_000, -9_000, -1_500);
        return new BodyField(List.of(
                Body.ofDensity(dense, 320),
                Body.ofDensity(magnetic, -180),
                Body.ofMagnetization(magnetic, new Vector3(0.2, 0.5, -2.2))));
    }

    private double[][] local() {
        GridGeometry g = geometry();
        LocalFrame frame = new LocalFrame(0.5 * (g.south() + g.north()), 0.5 * (g.west() + g.east()));
        double[][] places = new double[2][g.size()];
        double[] out = new double[2];
        for (int i = 0; i < g.size(); i++) {
            frame.toLocal(BoundingBox.normalizeLongitude(g.x(i % g.columns())), g.y(i / g.columns()), out);
            places[0][i] = out[0];
            places[1][i] = out[1];
        }
        return places;
    }

    private ModalityResult modality(String name, boolean empty) {
        boolean gravity = name.equals("gravity");
        Unit unit = gravity ? Unit.MILLIGAL : Unit.NANOTESLA;
        double noise = gravity ? 0.8 : 6;
        GridGeometry g = geometry();
        double[][] places = local();
        BodyField field = bodies();
        float[][] layers = new float[4][g.size()];
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < g.size(); i++) {
            FieldValues f = field.at(places[0][i], places[1][i], HEIGHT);
            double clean = gravity ? f.gz() * 1e5 : -f.magnetic().up() * 1e9;
            double observed = clean + noise * random.nextGaussian();
            boolean hole = empty || hole(i % columns, i / columns, gravity);
            layers[0][i] = hole ? Float.NaN : (float) observed;
            layers[1][i] = hole ? Float.NaN : (float) (noise * (1 + 0.8 * (i % columns) / columns));
            layers[2][i] = hole ? Float.NaN : (float) (clean * 0.985);
            layers[3][i] = layers[0][i] - layers[2][i];
            if (!hole) {
                points.add(new double[] {places[0][i], places[1][i], HEIGHT, observed, noise, clean * 0.985});
            }
        }
        Map<String, FloatGrid> grids = new LinkedHashMap<>();
        String[] names = {"data", "uncertainty", "predicted", "residual"};
        for (int i = 0; i < names.length; i++) {
            grids.put(names[i], new FloatGrid(g, unit, layers[i]));
        }
        String quantity = gravity ? "complete_bouguer_anomaly" : "total_field_anomaly";
        return new ModalityResult(
                name,
                new RegionGrid(name, hostile ? HOSTILE : quantity, grids),
                model(name, gravity, empty),
                empty ? List.of() : List.of(fit(points)),
                List.of("2 of 5,760 values left out as outliers.", "A plane was removed."));
    }

    private boolean hole(int column, int row, boolean gravity) {
        return gravity ? column > 100 && row > 30 && column + row > 140 : column < 14 && row < 12;
    }

    private static ModalityResult.TileFit fit(List<double[]> points) {
        double[][] columns = new double[6][points.size()];
        for (int i = 0; i < points.size(); i++) {
            for (int c = 0; c < 6; c++) {
                columns[c][i] = points.get(i)[c];
            }
        }
        List<InversionStep> steps = new ArrayList<>();
        double[] chi = {48, 21, 9.6, 4.7, 2.6, 1.62, 1.21, 1.04};
        for (int i = 0; i < chi.length; i++) {
            steps.add(new InversionStep("smooth", 2400 / Math.pow(3, i), chi[i], 10.0 * i, 12 * i));
        }
        ModelFit.Quality quality = new ModelFit.Quality(
                true,
                1.04,
                "FFT products on a regular lattice; smooth, depth weighting 2.0",
                List.of("8 cooling steps"));
        return new ModalityResult.TileFit(
                "r00c00",
                new Observations(columns[0], columns[1], columns[2], columns[3], columns[4], Map.of()),
                new ModelFit(
                        quality, columns[5], new double[] {0.9, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05, 0.02}, steps));
    }

    /** A blurred box: how much of it a cell sees. */
    private static double blurred(double[] box, double e, double n, double depth) {
        double east = edge(e, box[0], box[1], 5000);
        double north = edge(n, box[2], box[3], 5000);
        return east * north * edge(depth, box[4], box[5], 1800);
    }

    private static double edge(double x, double low, double high, double blur) {
        return 0.5 * (Math.tanh((x - low) / blur) - Math.tanh((x - high) / blur));
    }

    private float[][] property(boolean density, boolean empty) {
        GridGeometry g = geometry();
        double[][] places = local();
        int n = EDGES.length - 1;
        float[][] out = new float[3][n * g.size()];
        double[] first = {-38_000, -20_000, -4_000, 14_000, 3_000, 9_500};
        double[] second = {14_000, 38_000, -18_000, -4_000, 2_500, 10_000};
        for (int k = 0; k < n; k++) {
            double depth = 0.5 * (EDGES[k] + EDGES[k + 1]);
            for (int i = 0; i < g.size(); i++) {
                double a = blurred(first, places[0][i], places[1][i], depth);
                double b = blurred(second, places[0][i], places[1][i], depth);
                double wave = 0.02 * Math.sin(places[0][i] / 9000) * Math.cos(places[1][i] / 7000 + depth / 4000);
                double value = density ? 260 * a - 150 * b + 260 * wave : 0.03 * b + 0.03 * wave;
                boolean hole = empty || hole(i % columns, i / columns, density);
                int at = k * g.size() + i;
                out[0][at] = hole ? Float.NaN : (float) value;
                out[1][at] = hole ? Float.NaN : (float) ((density ? 45 : 0.006) * (0.4 + depth / 16000));
                out[2][at] = density ? 90 : 0.012f;
            }
        }
        return out;
    }

    private RegionModel model(String name, boolean gravity, boolean empty) {
        float[][] p = property(gravity, empty);
        Unit unit = gravity ? Unit.KILOGRAM_PER_CUBIC_METRE : Unit.SUSCEPTIBILITY;
        String property = hostile ? HOSTILE : gravity ? "density_contrast" : "susceptibility_contrast";
        Map<String, RegionModel.Layer> layers = new LinkedHashMap<>();
        layers.put("data", new RegionModel.Layer(property, unit, p[0]));
        layers.put("uncertainty", new RegionModel.Layer("posterior standard deviation", unit, p[1]));
        layers.put("prior_uncertainty", new RegionModel.Layer("prior standard deviation", unit, p[2]));
        return new RegionModel(name, geometry(), depths(), layers);
    }

    private RegionModel fused(List<ModalityResult> modalities, boolean empty) {
        float[] density = property(true, empty)[0];
        float[] magnetic = property(false, empty)[0];
        float[] score = new float[density.length];
        float[] deviation = new float[density.length];
        for (int i = 0; i < score.length; i++) {
            float a = density[i] / 45;
            float b = magnetic[i] / 0.008f;
            score[i] = Float.isNaN(a) ? b : Float.isNaN(b) ? a : 0.6f * a + 0.6f * b * (a < 0 ? -1 : 1);
            deviation[i] = Float.isNaN(score[i]) ? Float.NaN : 0.4f;
        }
        Map<String, RegionModel.Layer> layers = new LinkedHashMap<>();
        layers.put("score", new RegionModel.Layer("fused anomaly score", Unit.DIMENSIONLESS, score));
        layers.put("uncertainty", new RegionModel.Layer("posterior standard deviation", Unit.DIMENSIONLESS, deviation));
        modalities.forEach(m -> layers.put(
                "contribution_" + m.modality(),
                new RegionModel.Layer("part of " + m.modality(), Unit.DIMENSIONLESS, score.clone())));
        return new RegionModel("fused", geometry(), depths(), layers);
    }

    private List<Anomaly> anomalies() {
        double lat = south + 0.6;
        double middle = west + columns * STEP / 2;
        List<Anomaly> all = new ArrayList<>();
        all.add(anomaly("A001", lat + 0.045, middle - 0.59, 5250, 0.97, "mafic_intrusion", 3.7));
        all.add(anomaly("A002", lat - 0.1, middle + 0.53, 5250, 0.91, hostile ? HOSTILE : "magnetic_ore", -4.2));
        all.add(anomaly("A003", lat + 0.35, middle + 0.3, 2500, 0.42, "unclassified", -0.9));
        int more = hostile ? 120 : 0;
        for (int i = 0; i < more; i++) {
            double y = south + (0.02 + 0.96 * random.nextDouble()) * ROWS * STEP;
            double x = west + (0.02 + 0.96 * random.nextDouble()) * columns * STEP;
            all.add(anomaly(i == 0 ? HOSTILE : "A" + (100 + i), y, x, 4000, 0.3, HOSTILE, 1.5));
        }
        return all;
    }

    private static Anomaly anomaly(
            String id, double lat, double lon, double depth, double confidence, String type, double score) {
        return new Anomaly(
                id,
                new Anomaly.Place(lat, BoundingBox.normalizeLongitude(lon), depth),
                confidence,
                type,
                score,
                Map.of("gravity", 0.7 * score, "magnetic", 0.3 * score),
                new Anomaly.Body(21_500, 1.6e12, 2000, 10_000, 412));
    }
}
