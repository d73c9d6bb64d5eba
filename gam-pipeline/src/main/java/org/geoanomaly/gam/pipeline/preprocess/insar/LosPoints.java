package org.geoanomaly.gam.pipeline.preprocess.insar;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Points of tracks in the plane of a tile, metres and metres (or metres a year); the arrays are shared and not changed. */
final class LosPoints {
    /** Places of the columns. */
    static final int EASTING = 0;

    static final int NORTHING = 1;
    static final int HEIGHT = 2;
    static final int VALUE = 3;
    static final int UNCERTAINTY = 4;
    static final int LOS_EAST = 5;
    static final int LOS_NORTH = 6;
    static final int LOS_UP = 7;
    static final int COHERENCE = 8;
    static final int COMPONENT = 9;
    static final int TRACK = 10;
    static final int COLUMNS = 11;

    private final double[][] columns;

    LosPoints(double[][] columns) {
        this.columns = columns;
    }

    int size() {
        return columns[0].length;
    }

    double[] column(int number) {
        return columns[number];
    }

    double get(int number, int row) {
        return columns[number][row];
    }

    /** The points that a condition on the row holds for, in order. */
    LosPoints where(IntPredicate wanted) {
        int[] rows = new int[size()];
        int n = 0;
        for (int i = 0; i < rows.length; i++) {
            if (wanted.test(i)) {
                rows[n++] = i;
            }
        }
        return pick(Arrays.copyOf(rows, n));
    }

    LosPoints pick(int... rows) {
        double[][] out = new double[COLUMNS][rows.length];
        for (int c = 0; c < COLUMNS; c++) {
            for (int i = 0; i < rows.length; i++) {
                out[c][i] = columns[c][rows[i]];
            }
        }
        return new LosPoints(out);
    }

    /** The same points with another column in one place. */
    LosPoints with(int number, double[] column) {
        double[][] out = columns.clone();
        out[number] = column;
        return new LosPoints(out);
    }

    /** The points of one track. */
    LosPoints track(double number) {
        return where(i -> columns[TRACK][i] == number);
    }

    /** Numbers of the tracks, ascending. */
    double[] tracks() {
        return Arrays.stream(columns[TRACK]).sorted().distinct().toArray();
    }

    static LosPoints join(LosPoints... parts) {
        double[][] out = new double[COLUMNS][];
        for (int c = 0; c < COLUMNS; c++) {
            int column = c;
            out[c] = Arrays.stream(parts)
                    .flatMapToDouble(p -> Arrays.stream(p.columns[column]))
                    .toArray();
        }
        return new LosPoints(out);
    }
}
