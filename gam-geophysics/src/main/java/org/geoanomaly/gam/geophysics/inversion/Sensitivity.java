package org.geoanomaly.gam.geophysics.inversion;

import org.geoanomaly.gam.geophysics.operator.DenseOperator;
import org.geoanomaly.gam.geophysics.operator.FftOperator;
import org.geoanomaly.gam.geophysics.operator.FieldKernel;
import org.geoanomaly.gam.geophysics.operator.LinearOperator;
import org.geoanomaly.gam.geophysics.operator.ObservationGrid;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.OnTheFlyOperator;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.jspecify.annotations.Nullable;

/**
 * The operator for a survey, chosen by its shape: FFT for a full regular grid above the columns at one height, else a dense matrix if it
 * fits, else rows computed on the fly.
 *
 * @param grid the grid, for FFT
 * @param height mean height of observation, m
 */
public record Sensitivity(
        RegularMesh mesh,
        LinearOperator operator,
        FieldKernel kernel,
        double height,
        @Nullable ObservationGrid grid,
        Kind kind) {

    /** How products are made. */
    public enum Kind {
        FFT,
        DENSE,
        ON_THE_FLY
    }

    /** A hundredth of a cell: closer than that, positions are those of a grid. */
    private static final double SNAP = 0.01;

    /** The operator of a grid. */
    public static Sensitivity of(RegularMesh mesh, ObservationGrid grid, FieldKernel kernel, Parallelism parallel) {
        return new Sensitivity(
                mesh, FftOperator.of(mesh, grid, kernel, parallel), kernel, grid.height(), grid, Kind.FFT);
    }

    /**
     * The operator of points.
     *
     * @param denseBytes memory that a matrix may take
     */
    public static Sensitivity of(
            RegularMesh mesh, ObservationPoints points, FieldKernel kernel, long denseBytes, Parallelism parallel) {
        ObservationGrid grid = grid(mesh, points);
        if (grid != null) {
            return of(mesh, grid, kernel, parallel);
        }
        double sum = 0.0;
        for (int i = 0; i < points.size(); i++) {
            sum += points.height(i);
        }
        double height = sum / points.size();
        boolean fits = DenseOperator.bytes(mesh, points.size()) <= denseBytes;
        LinearOperator operator = fits
                ? DenseOperator.of(mesh, points, kernel, parallel)
                : new OnTheFlyOperator(mesh, points, kernel, parallel);
        return new Sensitivity(mesh, operator, kernel, height, null, fits ? Kind.DENSE : Kind.ON_THE_FLY);
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
