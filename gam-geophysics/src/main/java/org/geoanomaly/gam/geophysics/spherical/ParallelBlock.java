package org.geoanomaly.gam.geophysics.spherical;

import java.util.Arrays;
import java.util.List;

/**
 * A few neighbouring parallels synthesised together: Legendre sums of all orders first, then each row along its longitudes. One task for one
 * thread.
 */
final class ParallelBlock {
    /** Receives a finished row; called from many threads, never twice for one row. */
    interface RowSink {
        /**
         * Takes one row.
         *
         * @param parallel the row's latitude and levels
         * @param row the grid row
         * @param values of each level, field and column; valid during the call only
         */
        void row(Parallel parallel, int row, double[][][] values);
    }

    private final SolidHarmonics[] fields;
    private final List<Parallel> parallels;
    private final LongitudeSynthesis longitudes;
    private final LocalPoint point;
    private final int orders;
    private final int[] firstLane;
    private final int[] limits;
    private final double[][][] cosines;
    private final double[][][] sines;

    /**
     * @param point places the lanes; used by this block alone
     */
    ParallelBlock(SolidHarmonics[] fields, List<Parallel> parallels, LongitudeSynthesis longitudes, LocalPoint point) {
        this.fields = fields;
        this.parallels = parallels;
        this.longitudes = longitudes;
        this.point = point;
        this.orders = fields[0].coefficients().maxDegree() + 1;
        this.firstLane = new int[parallels.size() + 1];
        for (int i = 0; i < parallels.size(); i++) {
            firstLane[i + 1] = firstLane[i] + parallels.get(i).levels().count();
        }
        int lanes = firstLane[parallels.size()];
        this.limits = new int[lanes];
        this.cosines = new double[fields.length][2 * lanes][orders];
        this.sines = new double[fields.length][2 * lanes][orders];
    }

    void run(LegendreRecursion recursion, int columns, RowSink sink) {
        Lanes lanes = new Lanes(limits.length);
        double[] radii = new double[limits.length];
        place(lanes, radii);
        HarmonicCoefficients[] coefficients = new HarmonicCoefficients[fields.length];
        for (int f = 0; f < fields.length; f++) {
            coefficients[f] = fields[f].coefficients();
        }
        new LegendreSums(recursion, coefficients, lanes).forEachOrder(this::store);
        double[] workspace = longitudes.workspace();
        for (int i = 0; i < parallels.size(); i++) {
            Parallel parallel = parallels.get(i);
            double[][][] values = new double[parallel.levels().count()][fields.length][columns];
            if (parallel.north() >= 0) {
                synthesize(i, 0, radii, values, workspace);
                sink.row(parallel, parallel.north(), values);
            }
            if (parallel.south() >= 0) {
                synthesize(i, 1, radii, values, workspace);
                sink.row(parallel, parallel.south(), values);
            }
        }
    }

    private void place(Lanes lanes, double[] radii) {
        for (int i = 0; i < parallels.size(); i++) {
            Parallel parallel = parallels.get(i);
            for (int level = 0; level < parallel.levels().count(); level++) {
                int lane = firstLane[i] + level;
                point.moveTo(parallel.latitude(), parallel.levels().height(level));
                radii[lane] = point.radius;
                lanes.set(lane, point.sinGeocentric, point.cosGeocentric, fields[0].radius() / point.radius);
            }
        }
    }

    private void store(int m, int live, double[][][] sums) {
        for (int f = 0; f < fields.length; f++) {
            double[][] sum = sums[f];
            for (int k = 0; k < live; k++) {
                cosines[f][2 * k][m] = sum[0][k] + sum[1][k];
                cosines[f][2 * k + 1][m] = sum[0][k] - sum[1][k];
                sines[f][2 * k][m] = sum[2][k] + sum[3][k];
                sines[f][2 * k + 1][m] = sum[2][k] - sum[3][k];
            }
        }
        Arrays.fill(limits, 0, live, m + 1);
    }

    private void synthesize(int parallel, int hemisphere, double[] radii, double[][][] values, double[] workspace) {
        for (int level = 0; level < values.length; level++) {
            int lane = firstLane[parallel] + level;
            for (int f = 0; f < fields.length; f++) {
                longitudes.parallel(
                        cosines[f][2 * lane + hemisphere],
                        sines[f][2 * lane + hemisphere],
                        limits[lane],
                        values[level][f],
                        workspace);
                double factor = fields[f].scale() * fields[f].radius() / radii[lane];
                double[] row = values[level][f];
                for (int j = 0; j < row.length; j++) {
                    row[j] *= factor;
                }
            }
        }
    }
}
