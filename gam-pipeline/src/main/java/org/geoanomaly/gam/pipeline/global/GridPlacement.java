package org.geoanomaly.gam.pipeline.global;

import org.geoanomaly.gam.grid.array.BandedGrid;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.resample.Resampler;
import org.geoanomaly.gam.grid.resample.Resampling;
import org.geoanomaly.gam.grid.resample.Warper;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.read.Heap;
import org.geoanomaly.gam.pipeline.reproject.FromWgs84;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;

/** Puts a grid of any reference system onto the global 0.1° grid. */
final class GridPlacement {
    private static final double TOLERANCE = 0.51;

    private GridPlacement() {}

    /**
     * The grid's values on the global grid, in the same unit; void where it does not reach.
     *
     * @param subject the input in words, for messages
     */
    static FloatGrid place(BandedGrid grid, Resampling method, Workers workers, String subject) {
        GridGeometry g = grid.geometry();
        if (g.crs().geographic()) {
            return Resampler.resample(grid, GlobalGrid.GEOMETRY, method, workers);
        }
        if (g.crs().equals(Crs.UNKNOWN)) {
            return Resampler.resample(new Placed(grid, inDegrees(g, subject)), GlobalGrid.GEOMETRY, method, workers);
        }
        // a parallel may cross all rows of a projected grid
        Heap.requireRoom(g, subject, "is in " + g.crs().id() + ", not in longitude and latitude");
        return Warper.warp(grid.whole(), GlobalGrid.GEOMETRY, new FromWgs84(g.crs()), method, workers);
    }

    /** A grid without reference system is in degrees if it goes once around the globe and not beyond the poles. */
    private static GridGeometry inDegrees(GridGeometry g, String subject) {
        GridGeometry degrees = new GridGeometry(
                Crs.WGS84, g.west(), g.north(), g.dx(), g.dy(), g.columns(), g.rows(), g.registration());
        boolean plausible = Resampler.spansAllLongitudes(degrees)
                && g.west() > -180 - TOLERANCE * Math.max(1, g.dx())
                && g.west() < 180
                && g.north() < 90 + TOLERANCE * Math.max(1, g.dy())
                && g.south() > -90 - TOLERANCE * Math.max(1, g.dy());
        if (!plausible) {
            throw new PreprocessingException(
                    subject + " does not say in which reference system its coordinates are (x " + g.west() + " to "
                            + g.east() + ", y " + g.south() + " to " + g.north() + ")",
                    "add crs: EPSG:CODE to the source",
                    null);
        }
        return degrees;
    }

    /** The same bands elsewhere. */
    private record Placed(BandedGrid grid, GridGeometry geometry) implements BandedGrid {
        @Override
        public Unit unit() {
            return grid.unit();
        }

        @Override
        public int bands() {
            return grid.bands();
        }

        @Override
        public int firstRow(int band) {
            return grid.firstRow(band);
        }

        @Override
        public float[] values(int band) {
            return grid.values(band);
        }
    }
}
