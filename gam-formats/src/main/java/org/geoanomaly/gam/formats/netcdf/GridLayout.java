package org.geoanomaly.gam.formats.netcdf;

import java.util.List;
import org.geoanomaly.gam.grid.geometry.GridGeometry;

/**
 * How the stored plane of a variable lies on a north-up grid.
 *
 * @param geometry of the grid that comes out
 * @param leading indices of the dimensions before the plane
 * @param transposed whether columns vary slowest in the file
 * @param southFirst whether the file starts in the south
 * @param eastFirst whether the file starts in the east
 */
record GridLayout(
        GridGeometry geometry, List<Integer> leading, boolean transposed, boolean southFirst, boolean eastFirst) {
    GridLayout {
        leading = List.copyOf(leading);
    }

    int[] leadingIndices() {
        return leading.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The layout of some rows of this grid. */
    GridLayout rows(int from, int count) {
        GridGeometry part = geometry.window(0, from, geometry.columns(), count);
        return new GridLayout(part, leading, transposed, southFirst, eastFirst);
    }

    /** Puts a stored plane in order; the array itself if it already is. */
    float[] arrange(float[] plane) {
        int columns = geometry.columns();
        int rows = geometry.rows();
        if (!transposed && !eastFirst) {
            return southFirst ? flipped(plane, columns, rows) : plane;
        }
        float[] out = new float[plane.length];
        for (int r = 0; r < rows; r++) {
            int fileRow = southFirst ? rows - 1 - r : r;
            for (int c = 0; c < columns; c++) {
                int fileColumn = eastFirst ? columns - 1 - c : c;
                out[r * columns + c] = plane[transposed ? fileColumn * rows + fileRow : fileRow * columns + fileColumn];
            }
        }
        return out;
    }

    private static float[] flipped(float[] plane, int columns, int rows) {
        float[] row = new float[columns];
        for (int r = 0; r < rows / 2; r++) {
            int a = r * columns;
            int b = (rows - 1 - r) * columns;
            System.arraycopy(plane, a, row, 0, columns);
            System.arraycopy(plane, b, plane, a, columns);
            System.arraycopy(row, 0, plane, b, columns);
        }
        return plane;
    }
}
