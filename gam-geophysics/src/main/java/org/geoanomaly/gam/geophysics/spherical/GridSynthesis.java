package org.geoanomaly.gam.geophysics.spherical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.geoanomaly.gam.grid.geometry.GridGeometry;

/** Synthesises one quantity at the cell centres of a geographic grid. */
final class GridSynthesis {
    private static final int LANES_PER_BLOCK = 128;
    private static final int FEWEST_LANES = 24;
    private static final double MIRROR = 1e-9;
    /** Further than any height anomaly reaches, so that normal gravity on the telluroid comes from the row's profile too. */
    private static final double MARGIN = 300.0;

    private final Functional functional;
    private final NormalField normal;
    private final GridGeometry grid;
    private final EvaluationHeights heights;
    private final SolidHarmonics[] fields;
    private final double[] longitudeSines;
    private final double[] longitudeCosines;
    private final double[] out;

    GridSynthesis(Functional functional, NormalField normal, GridGeometry grid, EvaluationHeights heights) {
        if (!grid.crs().geographic()
                || Math.abs(grid.y(0)) > 90 + MIRROR
                || Math.abs(grid.y(grid.rows() - 1)) > 90 + MIRROR) {
            throw new IllegalArgumentException("synthesis needs a geographic grid with centres within -90..90 degrees");
        }
        if (!heights.isConstant() && heights.size() != grid.size()) {
            throw new IllegalArgumentException(heights.size() + " heights do not fill the grid");
        }
        this.functional = functional;
        this.normal = normal;
        this.grid = grid;
        this.heights = heights;
        this.fields = FieldSet.aligned(functional.fields());
        this.longitudeSines = new double[grid.columns()];
        this.longitudeCosines = new double[grid.columns()];
        for (int j = 0; j < grid.columns(); j++) {
            longitudeSines[j] = Math.sin(Math.toRadians(grid.x(j)));
            longitudeCosines[j] = Math.cos(Math.toRadians(grid.x(j)));
        }
        this.out = new double[grid.size()];
    }

    /** The values, row-major, row 0 in the north. */
    double[] run(ExecutorService executor) {
        List<Parallel> parallels = parallels();
        int degree = fields[0].coefficients().maxDegree();
        LegendreRecursion recursion = new LegendreRecursion(degree);
        LongitudeSynthesis longitudes = new LongitudeSynthesis(grid.x(0), grid.dx(), grid.columns(), degree);
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (List<Parallel> block : blocks(parallels)) {
            tasks.add(() -> {
                new ParallelBlock(fields, block, longitudes, heights.locator(normal))
                        .run(recursion, grid.columns(), this::row);
                return true;
            });
        }
        Tasks.run(executor, tasks);
        return out;
    }

    /** Rows by absolute latitude from the equator to the poles, mirrored rows joined. */
    private List<Parallel> parallels() {
        Integer[] rows = new Integer[grid.rows()];
        Arrays.setAll(rows, i -> i);
        Arrays.sort(rows, Comparator.comparingDouble(r -> Math.abs(latitude(r))));
        List<Parallel> out = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            int mirror = -1;
            if (i + 1 < rows.length && Math.abs(latitude(row) + latitude(rows[i + 1])) < MIRROR) {
                mirror = rows[++i];
            }
            boolean northern = latitude(row) >= 0;
            int north = northern ? row : mirror;
            int south = northern ? mirror : row;
            out.add(new Parallel(Math.abs(latitude(row)), north, south, levels(row, mirror)));
        }
        return out;
    }

    private double latitude(int row) {
        return Math.max(-90.0, Math.min(90.0, grid.y(row)));
    }

    private HeightLevels levels(int row, int mirror) {
        if (heights.isConstant()) {
            return HeightLevels.single(heights.at(0));
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int r : mirror < 0 ? new int[] {row} : new int[] {row, mirror}) {
            for (int j = 0; j < grid.columns(); j++) {
                double h = heights.at(r * grid.columns() + j);
                low = Double.isNaN(h) ? low : Math.min(low, h);
                high = Double.isNaN(h) ? high : Math.max(high, h);
            }
        }
        if (low > high) {
            return HeightLevels.single(0.0);
        }
        if (low == high) {
            return HeightLevels.single(low);
        }
        int count = HeightLevels.count(high - low, fields[0].coefficients().maxDegree(), normal.semimajorAxis());
        return HeightLevels.spanning(low, high, count);
    }

    private static List<List<Parallel>> blocks(List<Parallel> parallels) {
        int lanes = 0;
        for (Parallel p : parallels) {
            lanes += p.levels().count();
        }
        int wanted = Math.max((lanes + LANES_PER_BLOCK - 1) / LANES_PER_BLOCK, Math.min(4, lanes / FEWEST_LANES));
        int capacity = (lanes + wanted - 1) / Math.max(1, wanted);
        List<List<Parallel>> out = new ArrayList<>();
        List<Parallel> block = new ArrayList<>();
        int filled = 0;
        for (Parallel p : parallels) {
            if (filled > 0 && filled + p.levels().count() > capacity) {
                out.add(block);
                block = new ArrayList<>();
                filled = 0;
            }
            block.add(p);
            filled += p.levels().count();
        }
        out.add(block);
        return out;
    }

    private void row(Parallel parallel, int row, double[][][] values) {
        LocalPoint at = heights.locator(normal);
        double latitude = row == parallel.south() ? -parallel.latitude() : parallel.latitude();
        if (values.length > 1 || heights.grounded()) {
            at.prepare(
                    latitude,
                    parallel.levels().lowest() - MARGIN,
                    parallel.levels().highest() + MARGIN);
        }
        double[] weights = new double[values.length];
        double[] f = new double[fields.length];
        for (int j = 0; j < grid.columns(); j++) {
            int index = row * grid.columns() + j;
            double h = heights.at(index);
            if (Double.isNaN(h)) {
                out[index] = Double.NaN;
                continue;
            }
            at.longitude(longitudeSines[j], longitudeCosines[j]);
            at.ground = heights.groundAt(index);
            at.moveTo(latitude, h);
            interpolate(parallel.levels(), h, values, j, weights, f);
            out[index] = functional.value(f, at);
        }
    }

    private static void interpolate(
            HeightLevels levels, double h, double[][][] values, int j, double[] weights, double[] f) {
        levels.weights(h, weights);
        for (int i = 0; i < f.length; i++) {
            double sum = 0.0;
            for (int level = 0; level < weights.length; level++) {
                sum += weights[level] * values[level][i][j];
            }
            f[i] = sum;
        }
    }
}
