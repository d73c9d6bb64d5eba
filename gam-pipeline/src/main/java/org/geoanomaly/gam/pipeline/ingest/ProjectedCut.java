package org.geoanomaly.gam.pipeline.ingest;

import java.util.Optional;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.resample.Resampling;
import org.geoanomaly.gam.grid.resample.Warper;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.reproject.FromWgs84;
import org.geoanomaly.gam.pipeline.reproject.ToWgs84;

/** A grid in a projection, brought to longitude and latitude in cells about as large as its own. */
final class ProjectedCut {
    private static final double METRES_PER_DEGREE = 111_195;
    private static final int PROBES = 40;

    private final FloatGrid grid;
    private double south = Double.POSITIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;
    private double west = Double.POSITIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;

    ProjectedCut(FloatGrid grid) {
        this.grid = grid;
        measure();
    }

    /** The box around a net of places in the grid; longitudes counted from its middle, so that no edge of the globe cuts it. */
    private void measure() {
        GridGeometry g = grid.geometry();
        ToWgs84 transform = new ToWgs84(g.crs());
        double[] at = new double[2];
        boolean centred = transform.transform((g.west() + g.east()) / 2, (g.south() + g.north()) / 2, at);
        double middle = centred ? at[0] : 0;
        for (int i = 0; i <= PROBES; i++) {
            for (int j = 0; j <= PROBES; j++) {
                double x = g.west() + (g.east() - g.west()) * i / PROBES;
                double y = g.south() + (g.north() - g.south()) * j / PROBES;
                if (transform.transform(x, y, at)) {
                    double longitude = middle + BoundingBox.normalizeLongitude(at[0] - middle);
                    south = Math.min(south, at[1]);
                    north = Math.max(north, at[1]);
                    west = Math.min(west, longitude);
                    east = Math.max(east, longitude);
                }
            }
        }
    }

    /** Where the grid lies, in words. */
    String extent() {
        return south < north ? Areas.words(south, north, west, east) : "no place that has a longitude and latitude";
    }

    /** The part in an area; empty if there is none. */
    Optional<FloatGrid> to(BoundingBox area, Workers workers) {
        double low = Math.max(south, area.south());
        double high = Math.min(north, area.north());
        double turn = 360 * Math.ceil((area.west() - east) / 360);
        double left = Math.max(west + turn, area.west());
        double right = Math.min(east + turn, area.west() + area.width());
        if (!(low < high && left < right)) {
            return Optional.empty();
        }
        GridGeometry g = grid.geometry();
        double dy = g.dy() / METRES_PER_DEGREE;
        double dx = g.dx() / METRES_PER_DEGREE / Math.max(0.01, Math.cos(Math.toRadians((low + high) / 2)));
        double top = Math.min(90, high + dy);
        GridGeometry target = new GridGeometry(
                Crs.WGS84,
                left - dx,
                top,
                dx,
                dy,
                (int) Math.ceil((right - left) / dx) + 2,
                (int) Math.max(1, Math.min(Math.ceil((high - low) / dy) + 2, Math.floor((top + 90) / dy))),
                Registration.CELL);
        return Optional.of(Warper.warp(grid, target, new FromWgs84(g.crs()), Resampling.BILINEAR, workers));
    }
}
