package org.geoanomaly.gam.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.geoanomaly.gam.geophysics.equivalent.EquivalentSourceModel;
import org.geoanomaly.gam.geophysics.equivalent.EquivalentSources;
import org.geoanomaly.gam.geophysics.equivalent.FitMonitor;
import org.geoanomaly.gam.geophysics.equivalent.GriddedField;
import org.geoanomaly.gam.geophysics.equivalent.SourceSettings;
import org.geoanomaly.gam.geophysics.equivalent.StationGridding;
import org.geoanomaly.gam.geophysics.equivalent.StationGridding.Nodes;
import org.geoanomaly.gam.geophysics.equivalent.Stations;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;

/**
 * Grids a whole survey by equivalent sources and prints how long each part took, for a CSV file with a header and the columns of longitude, latitude,
 * height and value: {@code FILE.csv COLUMN,COLUMN,COLUMN,COLUMN GRID_STEP_M GRID_HEIGHT_M THREADS [OUT]}. OUT becomes the values and uncertainties
 * as big-endian floats, south row first.
 */
public final class EquivalentSourcesRun {
    private static final double EARTH_RADIUS = 6_371_008.8;

    private EquivalentSourcesRun() {}

    public static void main(String[] args) throws IOException {
        double[][] columns = read(Path.of(args[0]), args[1]);
        project(columns);
        int threads = Integer.parseInt(args[4]);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            run(columns, args, Parallelism.of(executor, threads));
        } finally {
            executor.shutdown();
        }
    }

    private static void run(double[][] c, String[] args, Parallelism parallel) throws IOException {
        long start = System.nanoTime();
        Stations stations = Stations.of(c[0], c[1], c[2], c[3], null);
        SourceSettings settings = SourceSettings.standard();
        String folds = System.getProperty("folds");
        if (folds != null) {
            settings = settings.withFolds(Integer.parseInt(folds));
        }
        String fixed = System.getProperty("fixed");
        if (fixed != null) {
            List<String> parts = Arrays.asList(fixed.split(",", -1));
            settings = settings.withSpacing(Double.parseDouble(parts.get(0)))
                    .fixed(
                            Double.parseDouble(parts.get(1)),
                            Double.parseDouble(parts.get(2)),
                            Double.parseDouble(parts.get(3)));
        }
        EquivalentSourceModel model = EquivalentSources.fit(stations, settings, parallel, FitMonitor.SILENT);
        long fitted = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "stations %d, sources %d, spacing %.0f m, block %.0f m, depth %.0f m, damping %.0e, residual rms %.3f%n%s%n",
                stations.size(),
                model.sources(),
                model.spacing(),
                model.block(),
                model.depth(),
                model.damping(),
                model.residualRms(),
                model.crossValidation());
        double step = Double.parseDouble(args[2]);
        double[] lo = {
            Arrays.stream(c[0]).min().orElse(0), Arrays.stream(c[1]).min().orElse(0)
        };
        double[] hi = {
            Arrays.stream(c[0]).max().orElse(0), Arrays.stream(c[1]).max().orElse(0)
        };
        Nodes nodes = new Nodes(
                lo[0], lo[1], step, step, 1 + (int) ((hi[0] - lo[0]) / step), 1 + (int) ((hi[1] - lo[1]) / step));
        ObservationPoints points = nodes.at(Double.parseDouble(args[3]));
        GriddedField field = StationGridding.grid(model, points, StationGridding.REACH, parallel);
        System.out.printf(
                Locale.ROOT,
                "fit %.1f s, grid of %d x %d in %.1f s, heap %d MiB%n",
                (fitted - start) / 1e9,
                nodes.columns(),
                nodes.rows(),
                (System.nanoTime() - fitted) / 1e9,
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        if (args.length > 5) {
            ByteBuffer bytes = ByteBuffer.allocate(8 * points.size() + 8);
            bytes.putInt(nodes.columns()).putInt(nodes.rows());
            for (double v : field.values()) {
                bytes.putFloat((float) v);
            }
            for (double v : field.uncertainty()) {
                bytes.putFloat((float) v);
            }
            Files.write(Path.of(args[5]), bytes.array());
        }
    }

    private static double[][] read(Path path, String names) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            List<String> header = Arrays.asList(lines.readLine().split(",", -1));
            int[] at = Arrays.stream(names.split(",", -1))
                    .mapToInt(header::indexOf)
                    .toArray();
            List<double[]> rows = lines.lines()
                    .map(line -> line.split(",", -1))
                    .map(parts -> Arrays.stream(at)
                            .mapToDouble(i -> Double.parseDouble(parts[i]))
                            .toArray())
                    .toList();
            double[][] columns = new double[at.length][rows.size()];
            for (int i = 0; i < rows.size(); i++) {
                for (int c = 0; c < at.length; c++) {
                    columns[c][i] = rows.get(i)[c];
                }
            }
            return columns;
        }
    }

    /** Lambert's azimuthal equal-area projection of a sphere, in place, about the middle of the points. */
    private static void project(double[][] c) {
        double lon0 = Math.toRadians(Arrays.stream(c[0]).average().orElse(0));
        double lat0 = Math.toRadians(Arrays.stream(c[1]).average().orElse(0));
        for (int i = 0; i < c[0].length; i++) {
            double lon = Math.toRadians(c[0][i]) - lon0;
            double lat = Math.toRadians(c[1][i]);
            double cos = Math.sin(lat0) * Math.sin(lat) + Math.cos(lat0) * Math.cos(lat) * Math.cos(lon);
            double k = EARTH_RADIUS * Math.sqrt(2.0 / (1.0 + cos));
            c[0][i] = k * Math.cos(lat) * Math.sin(lon);
            c[1][i] = k * (Math.cos(lat0) * Math.sin(lat) - Math.sin(lat0) * Math.cos(lat) * Math.cos(lon));
        }
    }
}
