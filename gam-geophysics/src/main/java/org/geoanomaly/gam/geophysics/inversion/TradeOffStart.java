package org.geoanomaly.gam.geophysics.inversion;

import org.geoanomaly.gam.geophysics.operator.FieldKernel;
import org.geoanomaly.gam.geophysics.operator.ObservationGrid;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;

/**
 * A first β. On a grid the problem without edges is solved for every β at once: with the data's cosine spectrum d_k and admittances κ_k,
 * χ²(β) = Σ d_k² (β/(β + γκ_k))², where γ is the weight of the data on a column of the mesh. Scattered data are averaged over squares of
 * columns for it, and the lowest of their heights is taken.
 */
final class TradeOffStart {
    private static final double SAFETY = 3.0;

    private final double[] spectrum;
    private final double[] admittance;

    private TradeOffStart(double[] spectrum, double[] admittance) {
        this.spectrum = spectrum;
        this.admittance = admittance;
    }

    static double of(InversionProblem problem, NormalSystem system, double targetChi) {
        ObservationGrid grid = problem.grid();
        ObservationPoints points = problem.points();
        FieldKernel kernel = problem.kernel();
        if (points == null || kernel == null) {
            return ofUnknownNoise(system);
        }
        BinnedData data = grid != null
                ? BinnedData.ofGrid(grid, problem.observed(), problem.weights())
                : BinnedData.ofPoints(problem.mesh(), points, problem.observed(), problem.weights());
        if (grid != null) {
            return prepare(system, data, new LayerResponse(problem.mesh(), kernel, problem.height()))
                    .search(targetChi);
        }
        // within squares the field varies with height too: rather too large, from where the way is short, than too
        // small
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            lowest = Math.min(lowest, points.height(i));
        }
        return SAFETY
                * prepare(system, data, new LayerResponse(problem.mesh(), kernel, lowest))
                        .search(targetChi);
    }

    private static TradeOffStart prepare(NormalSystem system, BinnedData data, LayerResponse response) {
        double[] spectrum = new double[data.size()];
        new CosineTransform(data.columns(), data.rows()).forward(data.normalised(), spectrum, Parallelism.sequential());
        LayeredSystem layered = new LayeredSystem(system.norm(), response);
        double[] admittance = new double[spectrum.length];
        for (int i = 0; i < admittance.length; i++) {
            // the mean of a finite map is no constant field: half a step, where total-field kernels do not vanish
            double p = i == 0 ? 0.5 : i % data.columns();
            int q = i / data.columns();
            double phaseX = Math.PI * p / (data.columns() * (double) data.step());
            double phaseY = Math.PI * q / (data.rows() * (double) data.step());
            admittance[i] = data.weightOfColumn() * layered.admittance(phaseX, phaseY);
        }
        return new TradeOffStart(spectrum, admittance);
    }

    private double search(double targetChi) {
        double target = targetChi * spectrum.length;
        double max = Double.MIN_NORMAL;
        for (double v : admittance) {
            max = Math.max(max, v);
        }
        double low = Math.log(1e-12 * max);
        double high = Math.log(1e6 * max);
        for (int step = 0; step < 60; step++) {
            double middle = 0.5 * (low + high);
            if (chiSquared(Math.exp(middle)) > target) {
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

    private double chiSquared(double beta) {
        double sum = 0.0;
        for (int i = 0; i < spectrum.length; i++) {
            double left = spectrum[i] * beta / (beta + admittance[i]);
            sum += left * left;
        }
        return sum;
    }
}
