package com.example.muon.rays;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.LinearOperator;

/** From density contrasts in cells to whitened mean contrasts along lines: entry = length in the cell / length in rock / deviation. Sparse rows. */
public final class RayOperator implements LinearOperator {
    private final int columns;
    private final int[][] cell;
    private final double[][] value;

    /**
     * A matrix.
     *
     * @param lines the cells that each line crosses
     * @param rock length of each line in rock, m
     * @param deviation of the mean contrast of each line
     */
    public RayOperator(int columns, LineOfSight.Crossings[] lines, double[] rock, double[] deviation) {
        this.columns = columns;
        this.cell = new int[lines.length][];
        this.value = new double[lines.length][];
        for (int i = 0; i < lines.length; i++) {
            double scale = 1.0 / (rock[i] * deviation[i]);
            cell[i] = lines[i].cell();
            value[i] = Arrays.stream(lines[i].length()).map(l -> l * scale).toArray();
        }
    }

    @Override
    public int rows() {
        return cell.length;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void apply(double[] model, double[] data) {
        requireLengths(model, data);
        for (int i = 0; i < cell.length; i++) {
            double sum = 0.0;
            for (int n = 0; n < cell[i].length; n++) {
                sum += value[i][n] * model[cell[i][n]];
            }
            data[i] = sum;
        }
    }

    @Override
    public void applyAdjoint(double[] data, double[] model) {
        requireLengths(model, data);
        Arrays.fill(model, 0.0);
        for (int i = 0; i < cell.length; i++) {
            for (int n = 0; n < cell[i].length; n++) {
                model[cell[i][n]] += value[i][n] * data[i];
            }
        }
    }

    @Override
    public void normalDiagonal(double[] weights, double[] diagonal) {
        requireLengths(diagonal, weights);
        Arrays.fill(diagonal, 0.0);
        for (int i = 0; i < cell.length; i++) {
            for (int n = 0; n < cell[i].length; n++) {
                diagonal[cell[i][n]] += weights[i] * value[i][n] * value[i][n];
            }
        }
    }
}
