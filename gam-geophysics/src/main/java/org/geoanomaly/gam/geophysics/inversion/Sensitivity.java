package org.geoanomaly.gam.geophysics.inversion;

import org.geoanomaly.gam.geophysics.operator.DenseOperator;
import org.geoanomaly.gam.geophysics.operator.FftOperator;
import org.geoanomaly.gam.geophysics.operator.FieldKernel;
import org.geoanomaly.gam.geophysics.operator.LinearOperator;
import org.geoanomaly.gam.geophysics.operator.ObservationGrid;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.OnTheFlyOperator;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.PlanesOperator;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.jspecify.annotations.Nullable;

/**
 * The operator for a survey, chosen by its shape: FFT for a full regular grid above the columns at one height; else a dense matrix if it is
 * small; else FFT on planes at several heights with interpolation, if a trial's error stays well below what is allowed; else a dense matrix if it
 * fits; else rows computed on the fly.
 *
 * @param points where the data were observed
 * @param grid the grid, for FFT
 * @param interpolation how well the planes do, if they were tried
 */
public record Sensitivity(
        RegularMesh mesh,
        LinearOperator operator,
        FieldKernel kernel,
        ObservationPoints points,
        @Nullable ObservationGrid grid,
        Kind kind,
        @Nullable Interpolation interpolation) {

    /** How products are made. */
    public enum Kind {
        FFT,
        PLANES,
        DENSE,
        ON_THE_FLY
    }

    /**
     * The trial of the planes.
     *
     * @param levels number of planes
     * @param error largest error over a sample of the data, in their unit, for a first model that explains them
     * @param allowed what it must stay below
     */
    public record Interpolation(int levels, double error, double allowed) {}

    /**
     * What an operator may cost and how exact it has to be.
     *
     * @param bytes memory that a matrix or spectra may take
     * @param error largest error of interpolation that does no harm, in the data's unit; 0 for exact operators alone
     */
    public record Demand(long bytes, double error) {}

    /** Of interpolation upwards, by theory, for more and more planes. */
    private static final double[] ACCURACIES = {1e-2, 1e-3, 1e-5};

    /** A first model is not the last one. */
    private static final double MARGIN = 0.3;

    /** Entries of a matrix that is quickly computed. */
    private static final long SMALL = 400_000_000L;

    /** A hundredth of a cell: closer than that, positions are those of a grid. */
    private static final double SNAP = 0.01;

    /** The operator of a grid. */
    public static Sensitivity of(RegularMesh mesh, ObservationGrid grid, FieldKernel kernel, Parallelism parallel) {
        return new Sensitivity(
                mesh, FftOperator.of(mesh, grid, kernel, parallel), kernel, grid.points(mesh), grid, Kind.FFT, null);
    }

    /**
     * The operator of points.
     *
     * @param observed the data, which a trial of interpolation must explain
     */
    public static Sensitivity of(
            RegularMesh mesh,
            ObservationPoints points,
            double[] observed,
            FieldKernel kernel,
            Demand demand,
            Parallelism parallel) {
        ObservationGrid grid = grid(mesh, points);
        if (grid != null) {
            return of(mesh, grid, kernel, parallel);
        }
        boolean fits = DenseOperator.bytes(mesh, points.size()) <= demand.bytes();
        boolean small = fits && (long) mesh.cells() * points.size() <= SMALL;
        Interpolation tried = null;
        for (int i = 0; i < ACCURACIES.length && !small && demand.error() > 0.0; i++) {
            PlanesOperator planes = PlanesOperator.of(mesh, points, kernel, ACCURACIES[i], demand.bytes(), parallel);
            if (planes == null) {
                break;
            }
            double error =
                    InterpolationTrial.quick(mesh, points, kernel, parallel).trial(planes, observed);
            tried = new Interpolation(planes.levels(), error, demand.error());
            if (error <= MARGIN * demand.error()) {
                return new Sensitivity(mesh, planes, kernel, points, null, Kind.PLANES, tried);
            }
        }
        LinearOperator exact = fits
                ? DenseOperator.of(mesh, points, kernel, parallel)
                : new OnTheFlyOperator(mesh, points, kernel, parallel);
        Kind kind = fits ? Kind.DENSE : Kind.ON_THE_FLY;
        return new Sensitivity(mesh, exact, kernel, points, null, kind, tried);
    }

    /**
     * The largest error of a model's predicted data, in their unit; 0 for exact operators. It is computed from exact rows for {@link #checkedData} of
     * them: where that is all of them, nothing is estimated.
     */
    public double interpolationError(double[] model, double[] predicted, Parallelism parallel) {
        return kind == Kind.PLANES
                ? InterpolationTrial.thorough(mesh, points, kernel, parallel).error(model, predicted)
                : 0.0;
    }

    /** How many data {@link #interpolationError} compares: all, or for a very large matrix as many as take two billion entries. */
    public int checkedData() {
        return kind == Kind.PLANES ? InterpolationTrial.thoroughSize(mesh.cells(), points.size()) : points.size();
    }

    /** Mean height of observation, m. */
    public double height() {
        double sum = 0.0;
        for (int i = 0; i < points.size(); i++) {
            sum += points.height(i);
        }
        return sum / points.size();
    }

    /** The grid that the points are, in its order (west to east, then south to north); null if they are none. */
    public static @Nullable ObservationGrid grid(RegularMesh mesh, ObservationPoints points) {
        int n = points.size();
        if (n == 0) {
            return null;
        }
        long column = column(mesh, points, 0);
        long row = row(mesh, points, 0);
        int columns = 1;
        while (columns < n && row(mesh, points, columns) == row) {
            columns++;
        }
        if (n % columns != 0) {
            return null;
        }
        for (int i = 0; i < n; i++) {
            long a = column + i % columns;
            long b = row + i / columns;
            boolean on = Math.abs(mesh.west(0) + (a + 0.5) * mesh.dx() - points.easting(i)) <= SNAP * mesh.dx()
                    && Math.abs(mesh.south(0) + (b + 0.5) * mesh.dy() - points.northing(i)) <= SNAP * mesh.dy()
                    && Math.abs(points.height(i) - points.height(0)) <= SNAP * mesh.thickness(0);
            if (!on) {
                return null;
            }
        }
        boolean sane = Math.abs(column) < 1 << 20 && Math.abs(row) < 1 << 20 && points.height(0) >= mesh.top();
        return sane ? new ObservationGrid((int) column, (int) row, columns, n / columns, points.height(0)) : null;
    }

    private static long column(RegularMesh mesh, ObservationPoints points, int i) {
        return Math.round((points.easting(i) - mesh.west(0)) / mesh.dx() - 0.5);
    }

    private static long row(RegularMesh mesh, ObservationPoints points, int i) {
        return Math.round((points.northing(i) - mesh.south(0)) / mesh.dy() - 0.5);
    }
}
