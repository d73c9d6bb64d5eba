package com.example.muon.data;

import com.example.muon.rays.Terrain;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.data.LocalFrame;

/** A terrain model of longitude and latitude, interpolated bilinearly in the plane of a tile. */
final class GridTerrain implements Terrain {
    private static final double METRES_PER_DEGREE = 111_195.0;

    private final FloatGrid grid;
    private final LocalFrame frame;
    private final double highest;

    GridTerrain(FloatGrid grid, LocalFrame frame) {
        this.grid = grid;
        this.frame = frame;
        double max = Double.NEGATIVE_INFINITY;
        for (float h : grid.values()) {
            max = h > max ? h : max;
        }
        this.highest = max;
    }

    double highest() {
        return highest;
    }

    /** A quarter of a node's distance, m. */
    double step() {
        return Math.max(1.0, 0.25 * METRES_PER_DEGREE * grid.geometry().dy());
    }

    @Override
    public double height(double easting, double northing) {
        GridGeometry g = grid.geometry();
        double[] place = new double[2];
        frame.toGeographic(easting, northing, place);
        double away = place[0] - g.x(0);
        away -= 360 * Math.floor((away + 180) / 360);
        double x = away / g.dx();
        double y = (g.y(0) - place[1]) / g.dy();
        int i = (int) Math.floor(x);
        int j = (int) Math.floor(y);
        if (i < 0 || j < 0 || i + 1 >= g.columns() || j + 1 >= g.rows()) {
            return Double.NaN;
        }
        double u = x - i;
        double v = y - j;
        return (1 - v) * ((1 - u) * grid.get(i, j) + u * grid.get(i + 1, j))
                + v * ((1 - u) * grid.get(i, j + 1) + u * grid.get(i + 1, j + 1));
    }
}
