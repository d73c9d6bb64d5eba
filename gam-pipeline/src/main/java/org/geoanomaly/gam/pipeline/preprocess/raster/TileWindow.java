package org.geoanomaly.gam.pipeline.preprocess.raster;

import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.resample.Resampler;
import org.geoanomaly.gam.grid.resample.Resampling;
import org.geoanomaly.gam.grid.resample.Warper;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.preprocess.plane.Nodes;

/**
 * The part of a geographic grid around a tile. Its longitudes are continuous: where the source goes around the globe its columns are taken in the
 * order in which the tile needs them, whatever meridian the file begins at.
 */
public final class TileWindow {
    /** Columns and rows beyond the tile that kernels may reach, besides those of a coarse target. */
    private static final int SPARE = 3;

    private final LocalFrame frame;
    private final FloatGrid grid;

    private TileWindow(LocalFrame frame, FloatGrid grid) {
        this.frame = frame;
        this.grid = grid;
    }

    /**
     * The part of a grid around nodes.
     *
     * @param what the grid in words, for messages
     * @throws PreprocessingException if the grid is not one of longitude and latitude, or does not reach the tile
     */
    public static TileWindow of(FloatGrid source, LocalFrame frame, Nodes nodes, String what) {
        GridGeometry g = source.geometry();
        if (!g.crs().geographic()) {
            throw new PreprocessingException(
                    what + " is in the reference system " + g.crs().id() + " instead of longitude and latitude",
                    "convert it, such as by gdalwarp -t_srs EPSG:4326",
                    null);
        }
        double[] box = GeographicBox.of(frame, nodes);
        double spareX = SPARE * g.dx() + (box[3] - box[2]) / Math.max(8, nodes.columns());
        double spareY = SPARE * g.dy() + (box[1] - box[0]) / Math.max(8, nodes.rows());
        int top = Math.max(0, (int) Math.floor((g.north() - box[1] - spareY) / g.dy()));
        int bottom = Math.min(g.rows(), (int) Math.ceil((g.north() - box[0] + spareY) / g.dy()));
        boolean round = Resampler.spansAllLongitudes(g);
        int period = (int) Math.round(360 / g.dx());
        double west = box[2] - spareX;
        double east = box[3] + spareX;
        // whole turns that bring the middle of the tile nearest to the middle of the source
        double turn = 360 * Math.rint((0.5 * (west + east) - 0.5 * (g.west() + g.east())) / 360);
        int left = (int) Math.floor((west - turn - g.west()) / g.dx());
        int right = (int) Math.ceil((east - turn - g.west()) / g.dx());
        if (!round) {
            left = Math.max(0, left);
            right = Math.min(g.columns(), right);
        }
        if (top >= bottom || left >= right) {
            throw new PreprocessingException(
                    what + " does not reach the tile around " + frame.latitude() + ", " + frame.longitude()
                            + " (latitude, longitude)",
                    "check data.bbox, or whether its longitudes and latitudes are exchanged",
                    null);
        }
        return new TileWindow(frame, cut(source, left, right, top, bottom, round ? period : 0, turn));
    }

    private static FloatGrid cut(FloatGrid source, int left, int right, int top, int bottom, int period, double turn) {
        GridGeometry g = source.geometry();
        int width = right - left;
        float[] out = new float[width * (bottom - top)];
        for (int r = top; r < bottom; r++) {
            for (int c = left; c < right; c++) {
                int from = period > 0 ? Math.floorMod(c, period) : c;
                out[(r - top) * width + c - left] = source.get(from, r);
            }
        }
        GridGeometry part = new GridGeometry(
                g.crs(),
                g.west() + left * g.dx() + turn,
                g.north() - top * g.dy(),
                g.dx(),
                g.dy(),
                width,
                bottom - top,
                g.registration());
        return new FloatGrid(part, source.unit(), out);
    }

    /** The part, in longitudes that may lie beyond ±180. */
    public FloatGrid grid() {
        return grid;
    }

    /** The same part with other values. */
    public TileWindow withValues(FloatGrid values) {
        return new TileWindow(frame, values);
    }

    /** Values at nodes, by a kernel as wide as the cells of the coarser of the two; NaN where the source has none. */
    public double[] at(Nodes nodes, Workers workers) {
        GridGeometry target = nodes.cells(frame.crs());
        FloatGrid out = Warper.warp(grid, target, this::toSource, Resampling.BILINEAR, workers);
        return nodes.fromNorthUp(out.values());
    }

    private boolean toSource(double easting, double northing, double[] out) {
        frame.toGeographic(easting, northing, out);
        out[0] = near(out[0]);
        return true;
    }

    /** The longitude by whole turns nearest to the middle of the window. */
    private double near(double longitude) {
        GridGeometry g = grid.geometry();
        return longitude - 360 * Math.rint((longitude - 0.5 * (g.west() + g.east())) / 360);
    }

    /** The value at a place by bilinear interpolation between the values that are there; NaN outside or where there is none. */
    public double at(double longitude, double latitude) {
        GridGeometry g = grid.geometry();
        double x = (near(longitude) - g.west()) / g.dx() - 0.5;
        double y = (g.north() - latitude) / g.dy() - 0.5;
        if (x < -0.5 || y < -0.5 || x > g.columns() - 0.5 || y > g.rows() - 0.5) {
            return Double.NaN;
        }
        int i = (int) Math.floor(x);
        int j = (int) Math.floor(y);
        double sum = 0;
        double norm = 0;
        for (int b = Math.max(0, j); b <= Math.min(g.rows() - 1, j + 1); b++) {
            for (int a = Math.max(0, i); a <= Math.min(g.columns() - 1, i + 1); a++) {
                double w = (1 - Math.abs(a - x)) * (1 - Math.abs(b - y));
                float v = grid.get(a, b);
                if (!Float.isNaN(v) && w > 0) {
                    sum += w * v;
                    norm += w;
                }
            }
        }
        return norm > 0 ? sum / norm : Double.NaN;
    }
}
