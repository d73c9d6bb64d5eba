package org.geoanomaly.gam.grid.resample;

import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.workers.Workers;

/**
 * Moves a grid onto a geometry of another reference system. The kernels and the no-data rules are {@link Resampler}'s, evaluated for each
 * target cell with the local size of a target cell in source cells (central differences of the transform).
 */
public final class Warper {
    private static final double WIDEN_BELOW = 0.95;

    private final FloatGrid source;
    private final GridGeometry target;
    private final PointTransform toSource;
    private final Resampling method;

    private Warper(FloatGrid source, GridGeometry target, PointTransform toSource, Resampling method) {
        this.source = source;
        this.target = target;
        this.toSource = toSource;
        this.method = method;
    }

    /** The source on the target geometry, in the source's unit; void where the target has no image in the source. */
    public static FloatGrid warp(
            FloatGrid source, GridGeometry target, PointTransform toSource, Resampling method, Workers workers) {
        FloatGrid out = FloatGrid.empty(target, source.unit());
        Warper warper = new Warper(source, target, toSource, method);
        workers.forEach(target.rows(), row -> warper.row(row, out.values()));
        return out;
    }

    private void row(int row, float[] out) {
        double[] at = new double[2];
        double[] lo = new double[2];
        double[] hi = new double[2];
        for (int c = 0; c < target.columns(); c++) {
            double x = target.x(c);
            double y = target.y(row);
            if (!position(x, y, at) || outside(at)) {
                continue;
            }
            double spanX = span(x - target.dx() / 2, y, x + target.dx() / 2, y, lo, hi, 0);
            double spanY = span(x, y - target.dy() / 2, x, y + target.dy() / 2, lo, hi, 1);
            out[row * target.columns() + c] = value(at, spanX, spanY);
        }
    }

    /** Source position in cells, (0, 0) at the outer north-western corner. */
    private boolean position(double x, double y, double[] out) {
        if (!toSource.transform(x, y, out)) {
            return false;
        }
        GridGeometry g = source.geometry();
        out[0] = (out[0] - g.west()) / g.dx();
        out[1] = (g.north() - out[1]) / g.dy();
        return Double.isFinite(out[0]) && Double.isFinite(out[1]);
    }

    private boolean outside(double[] at) {
        GridGeometry g = source.geometry();
        return at[0] < 0 || at[1] < 0 || at[0] >= g.columns() || at[1] >= g.rows();
    }

    private double span(double x0, double y0, double x1, double y1, double[] lo, double[] hi, int axis) {
        if (!position(x0, y0, lo) || !position(x1, y1, hi)) {
            return 1;
        }
        return Math.max(1e-6, Math.abs(hi[axis] - lo[axis]));
    }

    private float value(double[] at, double spanX, double spanY) {
        int column = (int) at[0];
        int row = (int) at[1];
        if (method != Resampling.AVERAGE && Float.isNaN(source.get(column, row))) {
            return Float.NaN;
        }
        return switch (method) {
            case NEAREST -> source.get(column, row);
            case BILINEAR -> {
                double sx = 1 / spanX < WIDEN_BELOW ? 1 / spanX : 1;
                double sy = 1 / spanY < WIDEN_BELOW ? 1 / spanY : 1;
                yield weighted(at[0] - 1 / sx, at[0] + 1 / sx, at[1] - 1 / sy, at[1] + 1 / sy, at, sx, sy);
            }
            case AVERAGE -> covered(at[0] - spanX / 2, at[0] + spanX / 2, at[1] - spanY / 2, at[1] + spanY / 2);
        };
    }

    private float weighted(
            double left, double right, double top, double bottom, double[] at, double scaleX, double scaleY) {
        GridGeometry g = source.geometry();
        double sum = 0;
        double norm = 0;
        for (int j = Math.max(0, (int) Math.floor(top - 0.5)); j <= Math.min(g.rows() - 1, (int) bottom); j++) {
            double wy = 1 - Math.abs(j + 0.5 - at[1]) * scaleY;
            for (int i = Math.max(0, (int) Math.floor(left - 0.5)); i <= Math.min(g.columns() - 1, (int) right); i++) {
                double w = wy * (1 - Math.abs(i + 0.5 - at[0]) * scaleX);
                float v = source.get(i, j);
                if (wy > 0 && w > 0 && !Float.isNaN(v)) {
                    sum += w * v;
                    norm += w;
                }
            }
        }
        return norm > 0 ? (float) (sum / norm) : Float.NaN;
    }

    private float covered(double left, double right, double top, double bottom) {
        GridGeometry g = source.geometry();
        double sum = 0;
        double norm = 0;
        for (int j = Math.max(0, (int) Math.floor(top)); j <= Math.min(g.rows() - 1, (int) bottom); j++) {
            double wy = Math.min(bottom, j + 1.0) - Math.max(top, j);
            for (int i = Math.max(0, (int) Math.floor(left)); i <= Math.min(g.columns() - 1, (int) right); i++) {
                double w = wy * (Math.min(right, i + 1.0) - Math.max(left, i));
                float v = source.get(i, j);
                if (w > 0 && !Float.isNaN(v)) {
                    sum += w * v;
                    norm += w;
                }
            }
        }
        return norm > 0 ? (float) (sum / norm) : Float.NaN;
    }
}
