package org.geoanomaly.gam.grid.resample;

import java.util.Arrays;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.workers.Workers;

/**
 * Moves a grid onto another geometry of the same reference system by separable weights.
 *
 * <p>A source that spans all longitudes is periodic: kernels reach across its edge wherever that lies (0, ±180), and the duplicate last
 * meridian of a node grid is left out. On any other edge the kernel is cut and its weights renormalised.
 *
 * <p>No-data: NaN cells drop out of the weights. With {@link Resampling#BILINEAR} and {@link Resampling#NEAREST} a target is void exactly
 * if the source cell at its centre is void (GDAL's rule); with {@link Resampling#AVERAGE} if no valid cell is covered. A target outside the
 * source is void.
 */
public final class Resampler {
    /** Target rows handled as one piece of work: large enough that the rows shared by neighbours cost little. */
    private static final int STRIP = 32;
    /** Relative tolerance for "spans 360 degrees": a hundredth of a cell. */
    private static final double PERIOD_TOLERANCE = 0.01;

    private Resampler() {}

    /** The source on the target geometry, in the source's unit. */
    public static FloatGrid resample(FloatGrid source, GridGeometry target, Resampling method, Workers workers) {
        requireSameCrs(source.geometry(), target);
        FloatGrid out = FloatGrid.empty(target, source.unit());
        AxisWeights xs = columns(source.geometry(), target, method);
        AxisWeights ys = rows(source.geometry(), target, method);
        int strips = (target.rows() + STRIP - 1) / STRIP;
        workers.forEach(strips, strip -> {
            int from = strip * STRIP;
            new Strip(source, out, xs, ys, method).run(from, Math.min(from + STRIP, target.rows()));
        });
        return out;
    }

    /** Whether the columns go once around the globe, counting a repeated last meridian as the first. */
    public static boolean spansAllLongitudes(GridGeometry g) {
        return g.crs().geographic() && Math.abs(distinctColumns(g) * g.dx() - 360) < PERIOD_TOLERANCE * g.dx();
    }

    private static int distinctColumns(GridGeometry g) {
        boolean repeated = g.registration() == Registration.NODE
                && Math.abs((g.columns() - 1) * g.dx() - 360) < PERIOD_TOLERANCE * g.dx();
        return repeated ? g.columns() - 1 : g.columns();
    }

    private static void requireSameCrs(GridGeometry source, GridGeometry target) {
        if (source.crs().geographic() != target.crs().geographic()) {
            throw new IllegalArgumentException("cannot resample from "
                    + source.crs().id() + " to " + target.crs().id() + " without reprojection");
        }
    }

    private static AxisWeights columns(GridGeometry source, GridGeometry target, Resampling method) {
        boolean periodic = spansAllLongitudes(source);
        int cells = periodic ? distinctColumns(source) : source.columns();
        double[] position = new double[target.columns()];
        for (int c = 0; c < position.length; c++) {
            double x = target.x(c);
            position[c] = snap(((source.crs().geographic() ? nearWindow(x, source) : x) - source.west()) / source.dx());
        }
        return AxisWeights.of(method, position, snap(target.dx() / source.dx()), cells, periodic);
    }

    private static AxisWeights rows(GridGeometry source, GridGeometry target, Resampling method) {
        double[] position = new double[target.rows()];
        for (int r = 0; r < position.length; r++) {
            position[r] = snap((source.north() - target.y(r)) / source.dy());
        }
        return AxisWeights.of(method, position, snap(target.dy() / source.dy()), source.rows(), false);
    }

    /** The longitude shifted by full turns to lie in the source's [west, west + 360). */
    private static double nearWindow(double longitude, GridGeometry source) {
        double turns = Math.floor((longitude - source.west()) / 360 + 1e-12);
        return longitude - 360 * turns;
    }

    /** Removes the rounding noise of degrees, so that a centre meant to lie on a cell's edge or centre does. */
    private static double snap(double cells) {
        double fine = Math.rint(cells * 64) / 64;
        return Math.abs(fine - cells) < 1e-7 ? fine : cells;
    }

    /** One band of target rows: the horizontal pass is done once for each source row it needs. */
    private static final class Strip {
        private final FloatGrid source;
        private final FloatGrid out;
        private final AxisWeights xs;
        private final AxisWeights ys;
        private final boolean centreDecides;

        Strip(FloatGrid source, FloatGrid out, AxisWeights xs, AxisWeights ys, Resampling method) {
            this.source = source;
            this.out = out;
            this.xs = xs;
            this.ys = ys;
            this.centreDecides = method != Resampling.AVERAGE;
        }

        void run(int fromRow, int toRow) {
            int[] range = ys.range(fromRow, toRow);
            int width = xs.targets();
            int depth = range[1] - range[0];
            double[] sums = new double[depth * width];
            double[] norms = new double[depth * width];
            for (int i = 0; i < depth; i++) {
                horizontal(range[0] + i, sums, norms, i * width);
            }
            double[] sum = new double[width];
            double[] norm = new double[width];
            for (int row = fromRow; row < toRow; row++) {
                vertical(row, range[0], sums, norms, sum, norm);
            }
        }

        private void horizontal(int sourceRow, double[] sums, double[] norms, int at) {
            float[] values = source.values();
            int base = sourceRow * source.geometry().columns();
            for (int c = 0; c < xs.targets(); c++) {
                double[] w = xs.weights(c);
                double sum = 0;
                double norm = 0;
                if (xs.contiguous(c)) {
                    int start = base + xs.first(c);
                    for (int k = 0; k < w.length; k++) {
                        float v = values[start + k];
                        if (!Float.isNaN(v)) {
                            sum += w[k] * v;
                            norm += w[k];
                        }
                    }
                } else {
                    for (int k = 0; k < w.length; k++) {
                        float v = values[base + xs.wrap(xs.first(c) + k)];
                        if (!Float.isNaN(v)) {
                            sum += w[k] * v;
                            norm += w[k];
                        }
                    }
                }
                sums[at + c] = sum;
                norms[at + c] = norm;
            }
        }

        private void vertical(int row, int firstBuffered, double[] sums, double[] norms, double[] sum, double[] norm) {
            int width = xs.targets();
            double[] w = ys.weights(row);
            Arrays.fill(sum, 0);
            Arrays.fill(norm, 0);
            for (int k = 0; k < w.length; k++) {
                int at = (ys.first(row) + k - firstBuffered) * width;
                for (int c = 0; c < width; c++) {
                    sum[c] += w[k] * sums[at + c];
                    norm[c] += w[k] * norms[at + c];
                }
            }
            emit(row, sum, norm);
        }

        private void emit(int row, double[] sum, double[] norm) {
            int width = xs.targets();
            int centreRow = ys.centre(row);
            if (centreRow < 0) {
                return;
            }
            float[] target = out.values();
            for (int c = 0; c < width; c++) {
                boolean valid = xs.centre(c) >= 0 && norm[c] > 0;
                if (valid && centreDecides) {
                    valid = !Float.isNaN(source.get(xs.centre(c), centreRow));
                }
                if (valid) {
                    target[row * width + c] = (float) (sum[c] / norm[c]);
                }
            }
        }
    }
}
