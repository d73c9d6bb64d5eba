package org.geoanomaly.gam.formats.cog;

import org.geoanomaly.gam.grid.array.FloatGrid;

/** Gives the cells of one level, computed from the full resolution. Not thread-safe. */
interface LevelCells {

    /** Writes the cells (column … column + count − 1, row) to {@code out}, from index 0. */
    void row(int column, int row, int count, float[] out);

    static LevelCells of(FloatGrid base, Level level, OverviewResampling resampling) {
        int columns = base.geometry().columns();
        int rows = base.geometry().rows();
        float[] values = base.values();
        if (level.width() == columns && level.height() == rows) {
            return (column, row, count, out) -> System.arraycopy(values, row * columns + column, out, 0, count);
        }
        return switch (resampling) {
            case AVERAGE -> new AreaMean(base, level);
            case NEAREST ->
                (column, row, count, out) -> {
                    int from = centre(row, rows, level.height()) * columns;
                    for (int i = 0; i < count; i++) {
                        out[i] = values[from + centre(column + i, columns, level.width())];
                    }
                };
        };
    }

    /** The base cell that holds the centre of overview cell {@code i}. */
    private static int centre(int i, int base, int overview) {
        return (int) ((2L * i + 1) * base / (2L * overview));
    }
}
