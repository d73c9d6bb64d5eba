package org.geoanomaly.gam.geophysics.inversion;

import org.geoanomaly.gam.geophysics.operator.ObservationGrid;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/**
 * A first β. On a grid the problem without edges is solved for every β at once: with the data's cosine spectrum d_k and admittances κ_k,
 * χ²(β) = Σ d_k² (β/(β + γκ_k))². Elsewhere β starts where the norm outweighs
 * the data.
 */
final class TradeOffStart {
    private TradeOffStart() {}

    static double of(InversionProblem problem, NormalSystem system, double targetChi) {
        ObservationGrid grid = problem.grid();
        if (grid == null) {
            return 10.0 * system.balance();
        }
        RegularMesh mesh = problem.mesh();
        int columns = grid.columns();
        int rows = grid.rows();
        double[] weighted = problem.observed().clone();
        double[] w = problem.weights();
        double meanWeight = 0.0;
        for (int i = 0; i < weighted.length; i++) {
            weighted[i] *= Math.sqrt(w[i]);
            meanWeight += w[i] / w.length;
        }
        double[] spectrum = new double[weighted.length];
        new CosineTransform(columns, rows).forward(weighted, spectrum, Parallelism.sequential());
        LayeredSystem layered =
                new LayeredSystem(system.norm(), new LayerResponse(mesh, problem.kernel(), problem.height()));
        double[] admittance = new double[weighted.length];
        for (int i = 0; i < admittance.length; i++) {
            // the mean of a finite map is no constant field: half a step, where total-field kernels do not vanish
            double p = i == 0 ? 0.5 : i % columns;
            int q = i / columns;
            admittance[i] = meanWeight * layered.admittance(Math.PI * p / columns, Math.PI * q / rows);
        }
        double target = targetChi * weighted.length;
        double low = Math.log(1e-12 * max(admittance));
        double high = Math.log(1e6 * max(admittance));
        for (int step = 0; step < 60; step++) {
            double middle = 0.5 * (low + high);
            if (chiSquared(spectrum, admittance, Math.exp(middle)) > target) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Math.exp(low);
    }

    static double ofUnknownNoise(NormalSystem system) {
        return 10.0 * system.balance();
    }

    private static double chiSquared(double[] spectrum, double[] admittance, double beta) {
        double sum = 0.0;
        for (int i = 0; i < spectrum.length; i++) {
            double left = spectrum[i] * beta / (beta + admittance[i]);
            sum += left * left;
        }
        return sum;
    }

    private static double max(double[] values) {
        double max = Double.MIN_NORMAL;
        for (double v : values) {
            max = Math.max(max, v);
        }
        return max;
    }
}
