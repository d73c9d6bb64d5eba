package org.geoanomaly.gam.geophysics.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.geophysics.operator.LinearOperator;

/**
 * All damped least-squares solutions of a system from one run of products: the Golub–Kahan vectors do not depend on the damping (Björck 1988,
 * "A bidiagonalization algorithm for solving large and sparse ill-posed systems of linear equations", BIT 28), so each damping costs a small
 * bidiagonal problem. With enough steps the solution for a damping is the one that {@link Lsqr} finds.
 */
public final class DampingPath {
    private static final int CHECK = 5;
    private static final int BISECTIONS = 50;

    private final List<float[]> basis = new ArrayList<>();
    private final double[] alpha;
    private final double[] beta;
    private final GolubKahan vectors;
    private int steps;

    private DampingPath(LinearOperator a, double[] b, int most) {
        this.alpha = new double[most + 1];
        this.beta = new double[most + 1];
        this.vectors = new GolubKahan(a, b);
        alpha[0] = vectors.alpha();
        beta[0] = vectors.beta();
    }

    /**
     * What is wanted of the damping.
     *
     * @param residual ‖Ax − b‖ to reach
     * @param least smallest damping allowed, above 0
     * @param most largest damping allowed
     */
    public record Goal(double residual, double least, double most) {
        public Goal {
            if (!(least > 0.0) || !(most >= least) || !(residual >= 0.0)) {
                throw new IllegalArgumentException(
                        "a damping from " + least + " to " + most + " for a residual of " + residual + " cannot be");
            }
        }
    }

    /**
     * A solution.
     *
     * @param damping that it was found for
     * @param residual ‖Ax − b‖ that the small problem gives
     * @param steps of the bidiagonalisation
     */
    public record Choice(double damping, double residual, int steps) {}

    /**
     * The most damped solution that fits as well as wanted, or that of the smallest damping if none does.
     *
     * @param x overwritten
     * @param tolerance on ‖Aᵀ(b − Ax) − damping² x‖ as a part of ‖Aᵀb‖
     */
    public static Choice solve(LinearOperator a, double[] b, Goal goal, double[] x, Lsqr.Tolerance tolerance) {
        Arrays.fill(x, 0.0);
        DampingPath path = new DampingPath(a, b, tolerance.maxIterations());
        double start = path.alpha[0] * path.beta[0];
        if (start == 0.0 || path.beta[0] <= goal.residual()) {
            return new Choice(goal.most(), path.beta[0], 0);
        }
        Small small = path.new Small();
        double damping = goal.most();
        while (path.steps < tolerance.maxIterations() && path.alpha[path.steps] > 0.0) {
            path.extend();
            boolean last = path.steps == tolerance.maxIterations() || path.alpha[path.steps] == 0.0;
            if (path.steps % CHECK == 0 || last) {
                damping = small.damping(goal);
                small.solve(damping);
                if (small.gradient() <= tolerance.matrix() * start) {
                    break;
                }
            }
        }
        small.solve(damping);
        path.combine(small.y, x);
        return new Choice(damping, small.residual, path.steps);
    }

    private void extend() {
        double[] v = vectors.v();
        float[] kept = new float[v.length];
        for (int c = 0; c < v.length; c++) {
            kept[c] = (float) v[c];
        }
        basis.add(kept);
        vectors.step();
        steps++;
        alpha[steps] = vectors.alpha();
        beta[steps] = vectors.beta();
    }

    private void combine(double[] y, double[] x) {
        for (int k = 0; k < steps; k++) {
            float[] v = basis.get(k);
            double factor = y[k];
            for (int c = 0; c < x.length; c++) {
                x[c] += factor * v[c];
            }
        }
    }

    /** min ‖B y − β₁e₁‖² + λ²‖y‖² by rotations, as LSQR does it. */
    private final class Small {
        private final double[] rho = new double[alpha.length];
        private final double[] theta = new double[alpha.length];
        private final double[] phi = new double[alpha.length];
        private final double[] y = new double[alpha.length];
        private double residual;

        void solve(double damping) {
            double rhoBar = alpha[0];
            double phiBar = beta[0];
            double damped2 = 0.0;
            for (int k = 0; k < steps; k++) {
                double rho1 = Math.hypot(rhoBar, damping);
                double psi = damping / rho1 * phiBar;
                damped2 += psi * psi;
                phiBar *= rhoBar / rho1;
                rho[k] = Math.hypot(rho1, beta[k + 1]);
                double c = rho1 / rho[k];
                double s = beta[k + 1] / rho[k];
                theta[k] = s * alpha[k + 1];
                rhoBar = -c * alpha[k + 1];
                phi[k] = c * phiBar;
                phiBar *= s;
            }
            double norm2 = 0.0;
            for (int k = steps - 1; k >= 0; k--) {
                y[k] = (phi[k] - (k + 1 < steps ? theta[k] * y[k + 1] : 0.0)) / rho[k];
                norm2 += y[k] * y[k];
            }
            residual = Math.sqrt(Math.max(0.0, phiBar * phiBar + damped2 - damping * damping * norm2));
        }

        /** ‖Aᵀr − λ²x‖ of the last solution. */
        double gradient() {
            return alpha[steps] * beta[steps] * Math.abs(y[steps - 1]);
        }

        /** The largest damping within its limits that reaches the goal with the vectors so far. */
        double damping(Goal goal) {
            double low = Math.log(goal.least());
            double high = Math.log(goal.most());
            solve(goal.most());
            if (residual <= goal.residual()) {
                return goal.most();
            }
            solve(goal.least());
            if (residual >= goal.residual()) {
                return goal.least();
            }
            for (int i = 0; i < BISECTIONS; i++) {
                double middle = 0.5 * (low + high);
                solve(Math.exp(middle));
                if (residual <= goal.residual()) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return Math.exp(low);
        }
    }
}
