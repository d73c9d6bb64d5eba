package org.geoanomaly.gam.geophysics.traveltime;

/**
 * The nodes around a place and their trilinear weights. Nodes without a value are left out and the weights of the others made to add up to
 * one. One thread at a time.
 */
final class Stencil {
    private final VelocityGrid grid;
    final int[] node = new int[8];
    final double[] weight = new double[8];
    private final int[] cell = new int[3];
    int count;

    Stencil(VelocityGrid grid) {
        this.grid = grid;
    }

    /** Moves to a place; outside the grid to the nearest place in it. */
    void at(double x, double y, double z) {
        count = 1;
        node[0] = 0;
        weight[0] = 1;
        int stride = 1;
        for (int d = 0; d < 3; d++) {
            GridAxis axis = grid.axis(d);
            double position = Math.max(0, Math.min(axis.count() - 1, axis.position(d == 0 ? x : d == 1 ? y : z)));
            cell[d] = axis.cell(position);
            double part = position - cell[d];
            for (int c = 0; c < count; c++) {
                node[c] += cell[d] * stride;
                if (axis.count() > 1) {
                    node[count + c] = node[c] + stride;
                    weight[count + c] = weight[c] * part;
                    weight[c] *= 1 - part;
                }
            }
            count = axis.count() > 1 ? 2 * count : count;
            stride *= axis.count();
        }
    }

    /** Index of the place's cell along an axis. */
    int cell(int d) {
        return cell[d];
    }

    /** The mean of the values that are numbers; NaN if there are none with a weight. */
    double mean(double[] values) {
        double sum = 0;
        double total = 0;
        for (int c = 0; c < count; c++) {
            double value = values[node[c]];
            if (weight[c] > 0 && !Double.isNaN(value)) {
                sum += weight[c] * value;
                total += weight[c];
            }
        }
        return total > 0 ? sum / total : Double.NaN;
    }
}
