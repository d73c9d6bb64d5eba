package org.geoanomaly.gam.pipeline.ingest;

import java.util.Arrays;
import java.util.Optional;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.resample.Resampler;

/**
 * Cuts an area, and one cell around it, out of a grid of longitude and latitude. The answer's longitudes run on from the area's western edge,
 * past 180 if need be, whatever the source's convention.
 */
final class GridWindow {
    private static final double SLACK = 1e-6;
    private static final int TURN = 360;

    private GridWindow() {}

    /** The window, or empty if the grid does not reach into the area. */
    static Optional<FloatGrid> cut(FloatGrid grid, BoundingBox area) {
        GridGeometry g = grid.geometry();
        if (!(g.south() < area.north() && g.north() > area.south())) {
            return Optional.empty();
        }
        int top = clamp(Math.floor((g.north() - area.north()) / g.dy() + SLACK) - 1, g.rows());
        int bottom = clamp(Math.ceil((g.north() - area.south()) / g.dy() - SLACK) + 1, g.rows());
        if (Resampler.spansAllLongitudes(g)) {
            return Optional.of(periodic(grid, area, top, bottom));
        }
        return patch(grid, area, top, bottom);
    }

    private static int clamp(double index, int count) {
        return (int) Math.max(0, Math.min(count, index));
    }

    private static FloatGrid periodic(FloatGrid grid, BoundingBox area, int top, int bottom) {
        GridGeometry g = grid.geometry();
        int period = (int) Math.round(TURN / g.dx());
        double first = Math.floor((area.west() - g.west()) / g.dx() + SLACK) - 1;
        double last = Math.ceil((area.west() + area.width() - g.west()) / g.dx() - SLACK) + 1;
        if (last - first >= period) {
            FloatGrid rows = grid.window(0, top, g.columns(), bottom - top);
            return named(rows);
        }
        int count = (int) (last - first);
        GridGeometry out = new GridGeometry(
                Crs.WGS84,
                g.west() + first * g.dx(),
                g.north() - top * g.dy(),
                g.dx(),
                g.dy(),
                count,
                bottom - top,
                g.registration());
        float[] values = new float[out.size()];
        for (int r = 0; r < out.rows(); r++) {
            for (int c = 0; c < count; c++) {
                values[r * count + c] = grid.get(Math.floorMod((long) first + c, period), top + r);
            }
        }
        return new FloatGrid(out, grid.unit(), values);
    }

    private static FloatGrid named(FloatGrid grid) {
        GridGeometry g = grid.geometry();
        return new FloatGrid(
                new GridGeometry(
                        Crs.WGS84, g.west(), g.north(), g.dx(), g.dy(), g.columns(), g.rows(), g.registration()),
                grid.unit(),
                grid.values());
    }

    /** A grid that does not go around the globe can meet the area at its western and at its eastern end. */
    private static Optional<FloatGrid> patch(FloatGrid grid, BoundingBox area, int top, int bottom) {
        GridGeometry g = grid.geometry();
        FloatGrid best = null;
        for (int turn = -2; turn <= 2; turn++) {
            double west = g.west() + turn * TURN;
            double east = west + g.columns() * g.dx();
            double right = area.west() + area.width();
            if (!(west < right && east > area.west())) {
                continue;
            }
            int from = clamp(Math.floor((area.west() - west) / g.dx() + SLACK) - 1, g.columns());
            int to = clamp(Math.ceil((right - west) / g.dx() - SLACK) + 1, g.columns());
            FloatGrid window = shifted(grid.window(from, top, to - from, bottom - top), turn * TURN);
            best = best == null ? window : joined(best, window);
        }
        return Optional.ofNullable(best);
    }

    private static FloatGrid shifted(FloatGrid grid, double degrees) {
        GridGeometry g = grid.geometry();
        return new FloatGrid(
                new GridGeometry(
                        Crs.WGS84,
                        g.west() + degrees,
                        g.north(),
                        g.dx(),
                        g.dy(),
                        g.columns(),
                        g.rows(),
                        g.registration()),
                grid.unit(),
                grid.values());
    }

    /** Two windows of one grid, a turn apart, with voids between; the wider one if their cells do not match. */
    private static FloatGrid joined(FloatGrid a, FloatGrid b) {
        FloatGrid left = a.geometry().west() < b.geometry().west() ? a : b;
        FloatGrid right = left == a ? b : a;
        GridGeometry l = left.geometry();
        GridGeometry r = right.geometry();
        double offset = (r.west() - l.west()) / l.dx();
        if (Math.abs(offset - Math.rint(offset)) > 0.01) {
            return l.columns() >= r.columns() ? left : right;
        }
        int columns = Math.max(l.columns(), (int) Math.rint(offset) + r.columns());
        GridGeometry out =
                new GridGeometry(Crs.WGS84, l.west(), l.north(), l.dx(), l.dy(), columns, l.rows(), l.registration());
        float[] values = new float[out.size()];
        Arrays.fill(values, Float.NaN);
        for (int row = 0; row < l.rows(); row++) {
            int shift = row * columns + (int) Math.rint(offset);
            System.arraycopy(right.values(), row * r.columns(), values, shift, r.columns());
            System.arraycopy(left.values(), row * l.columns(), values, row * columns, l.columns());
        }
        return new FloatGrid(out, left.unit(), values);
    }
}
