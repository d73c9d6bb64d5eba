package org.geoanomaly.gam.geophysics.operator;

/**
 * Observations above the centres of a mesh's columns, at one height: {@code columns × rows} of them, the south-western one above column
 * (firstColumn, firstRow). The grid may cover part of the mesh, as when padding surrounds it, or reach beyond it (negative first column).
 * Observation (a, b) has index {@code b * columns + a}.
 *
 * @param height m, positive up
 */
public record ObservationGrid(int firstColumn, int firstRow, int columns, int rows, double height) {
    public ObservationGrid {
        if (columns < 1 || rows < 1 || (long) columns * rows > Integer.MAX_VALUE || !Double.isFinite(height)) {
            throw new IllegalArgumentException(
                    "an observation grid of " + columns + " x " + rows + " at height " + height + " m cannot be");
        }
    }

    /** One observation above every column. */
    public static ObservationGrid over(RegularMesh mesh, double height) {
        return new ObservationGrid(0, 0, mesh.nx(), mesh.ny(), height);
    }

    public int size() {
        return columns * rows;
    }

    public ObservationPoints points(RegularMesh mesh) {
        double[] e = new double[size()];
        double[] n = new double[size()];
        double[] u = new double[size()];
        for (int b = 0; b < rows; b++) {
            for (int a = 0; a < columns; a++) {
                e[b * columns + a] = mesh.west(firstColumn + a) + 0.5 * mesh.dx();
                n[b * columns + a] = mesh.south(firstRow + b) + 0.5 * mesh.dy();
                u[b * columns + a] = height;
            }
        }
        return new ObservationPoints(e, n, u);
    }
}
