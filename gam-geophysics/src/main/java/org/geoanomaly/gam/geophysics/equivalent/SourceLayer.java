package org.geoanomaly.gam.geophysics.equivalent;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.solver.Vectors;

/** One source below each occupied block, and their strengths. */
final class SourceLayer {
    private static final int LEAF = 48;
    private static final double ENOUGH = 1e-6;

    private final PointTree tree;
    private final double[] strength;

    private SourceLayer(PointTree tree, double[] strength) {
        this.tree = tree;
        this.strength = strength;
    }

    /**
     * Fits the values of stations: min ‖W(d − A x)‖² + λ‖x‖², by conjugate gradients.
     *
     * @param block side of the blocks, m
     * @param choice depth and damping
     * @param worked told the share done
     */
    static SourceLayer fit(
            Stations data, double block, Choice choice, PointTree.Frame frame, Work work, DoubleConsumer worked) {
        PointTree sources = place(data, block, choice.depth(), frame);
        PointTree stations = new PointTree(data.easting(), data.northing(), data.height(), frame, PointTree.GROUP);
        TreeSum forward = new TreeSum(stations, sources, work.kernel(), false);
        TreeSum transposed = new TreeSum(sources, stations, work.kernel(), true);
        double lambda = damping(data, sources.size(), block, choice, frame, work.kernel());
        double[] x = new double[sources.size()];
        double[] w = data.weight();
        double[] r = data.value().clone();
        double[] q = new double[r.length];
        double[] s = new double[x.length];
        gradient(transposed, w, r, q, s, work.parallel());
        double[] p = s.clone();
        double gamma = Vectors.dot(s, s);
        double goal = ENOUGH * gamma;
        for (int k = 0; k < work.maxIterations() && gamma > goal; k++) {
            if (work.monitor().cancelled()) {
                throw new CancellationException("the fit of equivalent sources was cancelled");
            }
            forward.apply(p, q, work.parallel());
            double curvature = lambda * Vectors.dot(p, p);
            for (int i = 0; i < q.length; i++) {
                curvature += w[i] * q[i] * q[i];
            }
            if (!(curvature > 0)) {
                break;
            }
            double step = gamma / curvature;
            Vectors.add(step, p, x);
            Vectors.add(-step, q, r);
            gradient(transposed, w, r, q, s, work.parallel());
            Vectors.add(-lambda, x, s);
            double next = Vectors.dot(s, s);
            for (int i = 0; i < p.length; i++) {
                p[i] = s[i] + next / gamma * p[i];
            }
            gamma = next;
            worked.accept((k + 1.0) / work.maxIterations());
        }
        return new SourceLayer(sources, x);
    }

    /** {@code s = Aᵀ W² r}; {@code scratch} is overwritten. */
    private static void gradient(
            TreeSum transposed, double[] w, double[] r, double[] scratch, double[] s, Parallelism parallel) {
        for (int i = 0; i < r.length; i++) {
            scratch[i] = w[i] * r[i];
        }
        transposed.apply(scratch, s, parallel);
    }

    /** Sources at the medians of blocks (Soler and Uieda 2021), below the lowest station of each. */
    private static PointTree place(Stations data, double block, double depth, PointTree.Frame frame) {
        Blocks blocks = Blocks.squares(data.easting(), data.northing(), block);
        int m = blocks.count();
        double[] e = new double[m];
        double[] n = new double[m];
        double[] h = new double[m];
        for (int b = 0; b < m; b++) {
            e[b] = median(data.easting(), blocks, b);
            n[b] = median(data.northing(), blocks, b);
            double low = Double.POSITIVE_INFINITY;
            for (int k = blocks.start(b); k < blocks.start(b + 1); k++) {
                low = Math.min(low, data.height()[blocks.member(k)]);
            }
            h[b] = low - depth * block;
        }
        return new PointTree(e, n, h, frame, LEAF);
    }

    private static double median(double[] values, Blocks blocks, int block) {
        int first = blocks.start(block);
        double[] own = new double[blocks.start(block + 1) - first];
        for (int k = 0; k < own.length; k++) {
            own[k] = values[blocks.member(first + k)];
        }
        Arrays.sort(own);
        return 0.5 * (own[(own.length - 1) / 2] + own[own.length / 2]);
    }

    /**
     * The damping λ that belongs to a relative one: on evenly spread stations and sources a wave number k has in AᵀA the eigenvalue
     * ρ ρ' |K(k)|², with ρ, ρ' the densities of weights and sources and K = e^(−kd) for masses, at most k e^(−kd) for dipoles.
     */
    private static double damping(
            Stations data, int sources, double block, Choice choice, PointTree.Frame frame, LayerKernel kernel) {
        double area = sources * block * block / (frame.unit() * frame.unit());
        double weights = 0.0;
        for (double w : data.weight()) {
            weights += w;
        }
        double depth = choice.depth() * block / frame.unit();
        double peak = kernel instanceof LayerKernel.Dipole ? 1.0 / (Math.E * depth) : 1.0;
        return choice.damping() * (weights / area) * (sources / area) * peak * peak;
    }

    /** Adds the field at points of the same frame to {@code sum}. */
    void addTo(PointTree points, LayerKernel kernel, double[] sum, Parallelism parallel) {
        double[] own = new double[sum.length];
        new TreeSum(points, tree, kernel, false).apply(strength, own, parallel);
        Vectors.add(1.0, own, sum);
    }

    int size() {
        return strength.length;
    }

    /** Side of a block in spacings, depth below the lowest station of a block in sides of the block, and relative damping. */
    record Choice(double block, double depth, double damping) {}

    /** What every layer of a fit shares. */
    record Work(LayerKernel kernel, int maxIterations, Parallelism parallel, FitMonitor monitor) {}
}
