package org.geoanomaly.gam.grid.resample;

import org.geoanomaly.gam.grid.array.BandedGrid;
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
    /** Relative tolerance for "spans 360 degrees": a hundredth of a cell. */
    private static final double PERIOD_TOLERANCE = 0.01;

    private Resampler() {}

    /** The source on the target geometry, in the source's unit. */
    public static FloatGrid resample(FloatGrid source, GridGeometry target, Resampling method, Workers workers) {
        return resample(BandedGrid.of(source), target, method, workers);
    }

    /**
     * The same of a source that comes in bands. The result is the same bit for bit, however the source is cut; of the source one band is
     * held at a time.
     */
    public static FloatGrid resample(BandedGrid source, GridGeometry target, Resampling method, Workers workers) {
        GridGeometry from = source.geometry();
        requireSameCrs(from, target);
        FloatGrid out = FloatGrid.empty(target, source.unit());
        AxisWeights xs = columns(from, target, method);
        AxisWeights ys = rows(from, target, method);
        new BandedPass(from.rows(), from.columns(), out, xs, ys, method).run(source, workers);
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
}
