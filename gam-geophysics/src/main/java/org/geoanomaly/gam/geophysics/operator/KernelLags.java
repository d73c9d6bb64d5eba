package org.geoanomaly.gam.geophysics.operator;

/**
 * The offsets, cell minus observation, that occur between a mesh and a grid of observations, as a mesh around an observation at the origin.
 *
 * @param even whether the kernel is even in both directions, so that only offsets ≥ 0 are computed
 */
record KernelLags(RegularMesh mesh, int minX, int minY, boolean even, double height, FieldKernel kernel) {

    static KernelLags of(RegularMesh mesh, ObservationGrid grid, double height, FieldKernel kernel) {
        long minX = -(long) (grid.firstColumn() + grid.columns() - 1);
        long minY = -(long) (grid.firstRow() + grid.rows() - 1);
        long maxX = mesh.nx() - 1L - grid.firstColumn();
        long maxY = mesh.ny() - 1L - grid.firstRow();
        boolean even = isEven(kernel);
        if (even) {
            maxX = Math.max(Math.abs(minX), Math.abs(maxX));
            maxY = Math.max(Math.abs(minY), Math.abs(maxY));
            minX = 0;
            minY = 0;
        }
        long columns = maxX - minX + 1;
        long rows = maxY - minY + 1;
        if (columns * rows > 1L << 27) {
            throw new IllegalArgumentException("offsets between observations and cells span " + columns + " x " + rows
                    + " columns, too many for a transform");
        }
        double[] thickness = new double[mesh.nz()];
        for (int k = 0; k < thickness.length; k++) {
            thickness[k] = mesh.thickness(k);
        }
        double[] origin = {(minX - 0.5) * mesh.dx(), (minY - 0.5) * mesh.dy(), mesh.top()};
        RegularMesh lags =
                RegularMesh.of(origin, (int) columns, (int) rows, new double[] {mesh.dx(), mesh.dy()}, thickness);
        return new KernelLags(lags, (int) minX, (int) minY, even, height, kernel);
    }

    /** Period along x that keeps offsets apart. */
    int columns() {
        return even ? 2 * mesh.nx() - 1 : mesh.nx();
    }

    /** Period along y that keeps offsets apart. */
    int rows() {
        return even ? 2 * mesh.ny() - 1 : mesh.ny();
    }

    private static boolean isEven(FieldKernel kernel) {
        if (kernel instanceof FieldKernel.SecondDerivative c) {
            return c.en() == 0.0 && c.eu() == 0.0 && c.nu() == 0.0;
        }
        return true;
    }
}
