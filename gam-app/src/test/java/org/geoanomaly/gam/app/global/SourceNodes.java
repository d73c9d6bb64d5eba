package org.geoanomaly.gam.app.global;

/** Nodes of a global grid of degrees, rows from the north, both -180 and 180 there; read by other programs than the one under test. */
final class SourceNodes {
    private final int columns;
    private final int rows;
    private final double step;
    private final double[] values;

    SourceNodes(int columns, int rows, double step, double[] values) {
        this.columns = columns;
        this.rows = rows;
        this.step = step;
        this.values = values;
    }

    double step() {
        return step;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    double lon(int column) {
        return -180 + column * step;
    }

    double lat(int row) {
        return 90 - row * step;
    }

    double at(int column, int row) {
        return values[row * columns + column];
    }

    /** Takes normal gravity in mGal off. */
    void subtractNormalGravity(double height) {
        for (int row = 0; row < rows; row++) {
            double normal = normalGravity(lat(row), height);
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] -= normal;
            }
        }
    }

    /**
     * Somigliana's closed formula on the ellipsoid of WGS84, upwards to the second order of the height (Hofmann-Wellenhof and Moritz 2006,
     * eq. 2-215); the third order is 0.015 mGal at 10 km.
     */
    static double normalGravity(double latitude, double height) {
        double sin2 = Math.pow(Math.sin(Math.toRadians(latitude)), 2);
        double onEllipsoid = 978032.53359 * (1 + 0.00193185265241 * sin2) / Math.sqrt(1 - 0.00669437999014 * sin2);
        double a = 6378137;
        double f = 1 / 298.257223563;
        double m = 0.00344978650684;
        double linear = 2 / a * (1 + f + m - 2 * f * sin2) * height;
        return onEllipsoid * (1 - linear + 3 * height * height / (a * a));
    }

    /** Bilinear between the four nodes around a place; NaN if one of them is void. */
    double between(double lon, double lat) {
        double x = (lon + 180) / step;
        double y = (90 - lat) / step;
        int column = Math.min((int) x, columns - 2);
        int row = Math.min((int) y, rows - 2);
        double north = at(column, row) + (x - column) * (at(column + 1, row) - at(column, row));
        double south = at(column, row + 1) + (x - column) * (at(column + 1, row + 1) - at(column, row + 1));
        return north + (y - row) * (south - north);
    }
}
