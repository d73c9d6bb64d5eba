package org.geoanomaly.gam.geophysics.processing;

/**
 * Sums over ever larger squares of cells of an elevation model, land and sea apart: Σh, Σh² and the products with the position, from which follow
 * mass, centre of mass and mean square height of each square. Level 1 joins 2 × 2 cells, and so on until one square is left.
 */
final class TerrainPyramid {
    /** Numbers for each square: Σh, Σh², Σh·column, Σh·row. */
    static final int SUMS = 4;

    private final int columns;
    private final int rows;
    private final double[][] sums;

    /**
     * @param sign 1 for land, −1 for sea: cells of the other sign count as 0
     */
    TerrainPyramid(Lattice lattice, double[] elevation, int sign) {
        this.columns = lattice.columns();
        this.rows = lattice.rows();
        int levels = 0;
        while (columns(levels) > 1 || rows(levels) > 1) {
            levels++;
        }
        this.sums = new double[levels][];
        for (int level = 1; level <= levels; level++) {
            sums[level - 1] = level == 1 ? first(elevation, sign) : next(level);
        }
    }

    int levels() {
        return sums.length;
    }

    /** Squares along x of a level. */
    int columns(int level) {
        return (columns + (1 << level) - 1) >> level;
    }

    int rows(int level) {
        return (rows + (1 << level) - 1) >> level;
    }

    /** One of the {@value #SUMS} sums of a square, level 1 and up. */
    double sum(int level, int column, int row, int which) {
        return sums[level - 1][SUMS * (row * columns(level) + column) + which];
    }

    private double[] first(double[] elevation, int sign) {
        double[] out = new double[SUMS * columns(1) * rows(1)];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                double h = elevation[j * columns + i];
                if (sign * h > 0) {
                    int at = SUMS * ((j >> 1) * columns(1) + (i >> 1));
                    out[at] += h;
                    out[at + 1] += h * h;
                    out[at + 2] += h * (i + 0.5);
                    out[at + 3] += h * (j + 0.5);
                }
            }
        }
        return out;
    }

    private double[] next(int level) {
        double[] fine = sums[level - 2];
        double[] out = new double[SUMS * columns(level) * rows(level)];
        for (int j = 0; j < rows(level - 1); j++) {
            for (int i = 0; i < columns(level - 1); i++) {
                int from = SUMS * (j * columns(level - 1) + i);
                int to = SUMS * ((j >> 1) * columns(level) + (i >> 1));
                for (int s = 0; s < SUMS; s++) {
                    out[to + s] += fine[from + s];
                }
            }
        }
        return out;
    }
}
