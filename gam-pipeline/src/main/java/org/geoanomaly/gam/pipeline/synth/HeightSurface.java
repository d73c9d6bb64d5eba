package org.geoanomaly.gam.pipeline.synth;

import org.geoanomaly.gam.geophysics.spherical.EvaluationHeights;
import org.geoanomaly.gam.geophysics.spherical.EvaluationHeights.Reference;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.resample.Resampler;
import org.geoanomaly.gam.grid.unit.Unit;

/** Puts the heights of a request onto its target. */
final class HeightSurface {
    private static final double CENTRE = 1e-6;

    private HeightSurface() {}

    /**
     * Heights for each point of the target.
     *
     * @param aboveGeoid what the quantity counts heights from by default
     */
    static EvaluationHeights of(SynthRequest request, boolean aboveGeoid) {
        SynthRequest.Heights heights = request.heights();
        Reference usual = aboveGeoid ? Reference.GEOID : Reference.ELLIPSOID;
        if (heights.topography().isPresent()) {
            FloatGrid topography = heights.topography().get();
            if (!topography.geometry().crs().geographic()) {
                throw new GamException("a topography must be a grid in longitude and latitude");
            }
            Reference reference = heights.reference().orElse(Reference.GEOID);
            return EvaluationHeights.surface(sampled(topography.in(Unit.METRE), request.target()), reference);
        }
        Reference reference = heights.reference().orElse(usual);
        if (request.target() instanceof SynthTarget.Points points) {
            double[] own = points.table().heights();
            if (own != null) {
                return EvaluationHeights.surface(own, reference);
            }
        }
        return EvaluationHeights.constant(heights.metres(), reference);
    }

    private static double[] sampled(FloatGrid topography, SynthTarget target) {
        double[] out;
        if (target instanceof SynthTarget.Grid grid) {
            GridGeometry g = grid.geometry();
            out = new double[g.size()];
            for (int i = 0; i < out.length; i++) {
                out[i] = at(topography, g.x(i % g.columns()), g.y(i / g.columns()));
            }
        } else {
            PointTable table = ((SynthTarget.Points) target).table();
            out = new double[table.size()];
            for (int i = 0; i < out.length; i++) {
                out[i] = at(topography, table.longitudes()[i], table.latitudes()[i]);
            }
        }
        return out;
    }

    /** Bilinear between cell centres, a centre's own height at the centre; the sea floor lifted to sea level first; NaN outside the grid. */
    private static double at(FloatGrid grid, double longitude, double latitude) {
        GridGeometry g = grid.geometry();
        double x = snapped((longitude - g.west()) / g.dx() - 0.5);
        double turn = 360.0 / g.dx();
        double last = g.columns() - 1.0;
        while (x < -0.5 - 1e-9) {
            x += turn;
        }
        while (x > last + 0.5 + 1e-9 && x - turn >= -0.5 - 1e-9) {
            x -= turn;
        }
        double y = snapped((g.north() - latitude) / g.dy() - 0.5);
        if (x > last + 0.5 + 1e-9 || y < -0.5 - 1e-9 || y > g.rows() - 0.5 + 1e-9) {
            return Double.NaN;
        }
        y = Math.max(0, Math.min(g.rows() - 1.0, y));
        int row = Math.min((int) y, Math.max(0, g.rows() - 2));
        boolean periodic = Resampler.spansAllLongitudes(g);
        int column = (int) Math.floor(x);
        int next = column + 1;
        if (!periodic) {
            column = Math.max(0, Math.min(column, g.columns() - 1));
            next = Math.max(0, Math.min(next, g.columns() - 1));
        }
        double u = x - Math.floor(x);
        double v = y - row;
        int below = Math.min(row + 1, g.rows() - 1);
        int period = (int) Math.round(turn);
        double upper = between(
                sea(grid, wrap(column, period, periodic), row), sea(grid, wrap(next, period, periodic), row), u);
        double lower = between(
                sea(grid, wrap(column, period, periodic), below), sea(grid, wrap(next, period, periodic), below), u);
        return between(upper, lower, v);
    }

    /** Coordinates in files are rounded: what is within a millionth of a step of a centre is meant to be there. */
    private static double snapped(double cells) {
        double nearest = Math.rint(cells);
        return Math.abs(cells - nearest) < CENTRE ? nearest : cells;
    }

    /** A void counts only where it has a share. */
    private static double between(double first, double second, double share) {
        return share == 0 ? first : share == 1 ? second : (1 - share) * first + share * second;
    }

    private static int wrap(int column, int period, boolean periodic) {
        return periodic ? Math.floorMod(column, period) : column;
    }

    private static double sea(FloatGrid grid, int column, int row) {
        double height = grid.get(column, row);
        return height < 0 ? 0 : height;
    }
}
