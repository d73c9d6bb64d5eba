package org.geoanomaly.gam.pipeline.webtile;

import java.util.Random;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;

/** Made-up 0.1° grids. */
final class SampleGrids {
    private SampleGrids() {}

    /** Values within −7..7 that differ from cell to cell, with the given share of no-data. */
    static FloatGrid rough(double west, double north, int columns, int rows, double holes, long seed) {
        Random random = new Random(seed);
        float[] values = new float[columns * rows];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < holes ? Float.NaN : (float) (random.nextDouble() * 14 - 7);
        }
        return grid(west, north, columns, rows, values);
    }

    /** A smooth wave with a rectangular hole in the middle third. */
    static FloatGrid wave(double west, double north, int columns, int rows) {
        float[] values = new float[columns * rows];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                boolean hole = c > columns / 3 && c < 2 * columns / 3 && r > rows / 3 && r < 2 * rows / 3;
                values[r * columns + c] = hole ? Float.NaN : (float) (5 * Math.sin(c * 0.2) * Math.cos(r * 0.13));
            }
        }
        return grid(west, north, columns, rows, values);
    }

    static FloatGrid grid(double west, double north, int columns, int rows, float[] values) {
        GridGeometry geometry = new GridGeometry(Crs.WGS84, west, north, 0.1, 0.1, columns, rows, Registration.CELL);
        return new FloatGrid(geometry, Unit.DIMENSIONLESS, values);
    }
}
