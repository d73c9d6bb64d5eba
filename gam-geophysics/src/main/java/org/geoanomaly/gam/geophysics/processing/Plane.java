package org.geoanomaly.gam.geophysics.processing;

/** A level with slopes per column and per row, about the middle of a grid. */
record Plane(double middleColumn, double middleRow, double level, double perColumn, double perRow) {
    /** The least-squares plane of a complete grid: on a regular lattice its three terms are orthogonal. */
    static Plane fit(Lattice lattice, double[] values) {
        double mc = 0.5 * (lattice.columns() - 1);
        double mr = 0.5 * (lattice.rows() - 1);
        double sum = 0.0;
        double alongX = 0.0;
        double alongY = 0.0;
        double squareX = 0.0;
        double squareY = 0.0;
        for (int j = 0; j < lattice.rows(); j++) {
            for (int i = 0; i < lattice.columns(); i++) {
                double v = values[j * lattice.columns() + i];
                sum += v;
                alongX += v * (i - mc);
                alongY += v * (j - mr);
                squareX += (i - mc) * (i - mc);
                squareY += (j - mr) * (j - mr);
            }
        }
        return new Plane(mc, mr, sum / lattice.size(), alongX / squareX, alongY / squareY);
    }

    double at(int column, int row) {
        return level + perColumn * (column - middleColumn) + perRow * (row - middleRow);
    }
}
