package org.geoanomaly.gam.geophysics.inversion;

import org.geoanomaly.gam.geophysics.operator.ObservationGrid;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/** Data on a grid, each divided by its standard deviation: a regular survey as it is, or the means of a scattered one in squares of columns. */
final class BinnedData {
    private static final int LONGEST = 1000;

    private final int columns;
    private final int rows;
    private final int step;
    private final double weight;
    private final double[] normalised;

    private BinnedData(int columns, int rows, int step, double weight, double[] normalised) {
        this.columns = columns;
        this.rows = rows;
        this.step = step;
        this.weight = weight;
        this.normalised = normalised;
    }

    static BinnedData ofGrid(ObservationGrid grid, double[] observed, double[] weights) {
        double[] normalised = observed.clone();
        double weight = 0.0;
        for (int i = 0; i < normalised.length; i++) {
            normalised[i] *= Math.sqrt(weights[i]);
            weight += weights[i] / weights.length;
        }
        return new BinnedData(grid.columns(), grid.rows(), 1, weight, normalised);
    }

    /** Squares large enough to hold two points on average. */
    static BinnedData ofPoints(RegularMesh mesh, ObservationPoints points, double[] observed, double[] weights) {
        int n = points.size();
        double[] range = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int i = 0; i < n; i++) {
            range[0] = Math.min(range[0], points.easting(i));
            range[1] = Math.max(range[1], points.easting(i));
            range[2] = Math.min(range[2], points.northing(i));
            range[3] = Math.max(range[3], points.northing(i));
        }
        double wide = (range[1] - range[0]) / mesh.dx();
        double high = (range[3] - range[2]) / mesh.dy();
        double most = Math.max(1.0, 0.5 * n);
        // a survey along one line has few squares, however small they are
        double side = Math.max(Math.sqrt((wide + 1.0) * (high + 1.0) / most), Math.max(wide, high) / LONGEST);
        int step = (int) Math.max(1.0, Math.min(1e9, Math.ceil(side)));
        int columns = (int) Math.min(LONGEST, 1.0 + wide / step);
        int rows = (int) Math.min(LONGEST, 1.0 + high / step);
        double[] sum = new double[columns * rows];
        double[] total = new double[columns * rows];
        double all = 0.0;
        for (int i = 0; i < n; i++) {
            int a = (int) Math.min(columns - 1.0, (points.easting(i) - range[0]) / (step * mesh.dx()));
            int b = (int) Math.min(rows - 1.0, (points.northing(i) - range[2]) / (step * mesh.dy()));
            sum[b * columns + a] += weights[i] * observed[i];
            total[b * columns + a] += weights[i];
            all += weights[i];
        }
        double mean = all / sum.length;
        double last = 0.0;
        for (int i = 0; i < sum.length; i++) {
            // an empty square takes its neighbour's value
            last = total[i] > 0.0 ? sum[i] / total[i] : last;
            sum[i] = Math.sqrt(mean) * last;
        }
        return new BinnedData(columns, rows, step, mean / ((double) step * step), sum);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    int size() {
        return normalised.length;
    }

    /** Columns of the mesh along the side of a square. */
    int step() {
        return step;
    }

    /** Summed weights of the data for each column of the mesh. */
    double weightOfColumn() {
        return weight;
    }

    double[] normalised() {
        return normalised;
    }
}
