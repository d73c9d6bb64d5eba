package org.geoanomaly.gam.pipeline.visual.map;

import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.jspecify.annotations.Nullable;

/** Heights over the extent of a map, for light from the north-west. */
final class Relief {
    private static final int MOST = 600;
    private static final int FEWEST = 6;

    private Relief() {}

    /** A painter of the heights below an extent; null if there are none, or too few to tell slopes. */
    static @Nullable FieldPainter of(@Nullable FloatGrid heights, Extent extent) {
        if (heights == null) {
            return null;
        }
        GridGeometry g = heights.geometry();
        int columns = (int) Math.min(MOST, Math.ceil(extent.width() / g.dx()));
        int rows = (int) Math.min(MOST, Math.ceil(extent.height() / g.dy()));
        if (columns < FEWEST || rows < FEWEST) {
            return null;
        }
        float[] values = new float[columns * rows];
        for (int j = 0; j < rows; j++) {
            double lat = extent.north() - (j + 0.5) / rows * extent.height();
            int row = (int) Math.floor((g.north() - lat) / g.dy());
            for (int i = 0; i < columns; i++) {
                double east = extent.west() + (i + 0.5) / columns * extent.width() - g.west();
                int column = (int) Math.floor((east - 360 * Math.floor(east / 360)) / g.dx());
                boolean inside = row >= 0 && row < g.rows() && column < g.columns();
                values[j * columns + i] = inside ? heights.get(column, row) : Float.NaN;
            }
        }
        return new FieldPainter(Axis.even(columns), Axis.even(rows), values);
    }
}
