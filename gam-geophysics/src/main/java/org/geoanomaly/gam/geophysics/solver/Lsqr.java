package org.geoanomaly.gam.geophysics.solver;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.LinearOperator;

/**
 * LSQR (Paige and Saunders 1982, "LSQR: an algorithm for sparse linear equations and sparse least squares", ACM TOMS 8, 43–71): minimises
 * ‖Ax − b‖² + damping²‖x‖² by products with A and Aᵀ alone. In exact arithmetic the iterates are those of conjugate gradients on the normal
 * equations, without squaring the condition. Of the many solutions of an under-determined system without damping it finds the shortest.
 */
public final class Lsqr {
    private Lsqr() {}

    /** Why it ended. */
    public enum Stop {
        /** The right-hand side, or Aᵀb, is zero: x = 0 is the answer. */
        ZERO,
        /** Ax = b holds to the tolerances. */
        COMPATIBLE,
        /** The normal equations hold to the tolerance. */
        LEAST_SQUARES,
        /** The iterations ran out. */
        ITERATIONS
    }

    /**
     * When to stop.
     *
     * @param matrix relative accuracy of the matrix (Paige and Saunders' ATOL)
     * @param right relative accuracy of the right-hand side (BTOL)
     */
    public record Tolerance(double matrix, double right, int maxIterations) {
        public Tolerance {
            if (!(matrix >= 0.0) || !(right >= 0.0) || maxIterations < 1) {
                throw new IllegalArgumentException(
                        "tolerances cannot be " + matrix + " and " + right + " with " + maxIterations + " iterations");
            }
        }
    }

    /**
     * How it ended.
     *
     * @param residual √(‖Ax − b‖² + damping²‖x‖²)
     * @param gradient ‖Aᵀ(b − Ax) − damping² x‖
     * @param matrixNorm estimate of the Frobenius norm of A with its damping
     */
    public record Outcome(Stop stop, int iterations, double residual, double gradient, double matrixNorm) {}

    /**
     * Solves.
     *
     * @param b right-hand side, not modified
     * @param damping not negative
     * @param x overwritten with the solution
     */
    public static Outcome solve(LinearOperator a, double[] b, double damping, double[] x, Tolerance tolerance) {
        if (!(damping >= 0.0) || x.length != a.columns()) {
            throw new IllegalArgumentException("a damping of " + damping + " and a solution of " + x.length
                    + " values do not fit a matrix of " + a.columns() + " columns");
        }
        Arrays.fill(x, 0.0);
        GolubKahan vectors = new GolubKahan(a, b);
        if (vectors.alpha() * vectors.beta() == 0.0) {
            return new Outcome(Stop.ZERO, 0, vectors.beta(), 0.0, 0.0);
        }
        return new Iteration(vectors, damping, x).run(tolerance);
    }

    /** The rotations and the solution that they build up, in Paige and Saunders' names. */
    private static final class Iteration {
        private final GolubKahan vectors;
        private final double damping;
        private final double[] x;
        private final double[] w;
        private final double first;
        private double rhoBar;
        private double phiBar;
        private double matrix2;
        private double damped2;
        private double gradient;

        Iteration(GolubKahan vectors, double damping, double[] x) {
            this.vectors = vectors;
            this.damping = damping;
            this.x = x;
            this.w = vectors.v().clone();
            this.first = vectors.beta();
            this.rhoBar = vectors.alpha();
            this.phiBar = vectors.beta();
            this.gradient = vectors.alpha() * vectors.beta();
        }

        Outcome run(Tolerance tolerance) {
            for (int k = 1; k <= tolerance.maxIterations(); k++) {
                advance();
                double norm = Math.sqrt(matrix2);
                double residual = residual();
                double size = Math.sqrt(Vectors.dot(x, x));
                if (residual <= tolerance.right() * first + tolerance.matrix() * norm * size) {
                    return new Outcome(Stop.COMPATIBLE, k, residual, gradient, norm);
                }
                if (gradient <= tolerance.matrix() * norm * residual) {
                    return new Outcome(Stop.LEAST_SQUARES, k, residual, gradient, norm);
                }
            }
            return new Outcome(Stop.ITERATIONS, tolerance.maxIterations(), residual(), gradient, Math.sqrt(matrix2));
        }

        private double residual() {
            return Math.sqrt(phiBar * phiBar + damped2);
        }

        private void advance() {
            double alpha = vectors.alpha();
            vectors.step();
            matrix2 += alpha * alpha + vectors.beta() * vectors.beta() + damping * damping;
            double rho1 = Math.hypot(rhoBar, damping);
            double psi = damping / rho1 * phiBar;
            phiBar *= rhoBar / rho1;
            damped2 += psi * psi;
            double rho = Math.hypot(rho1, vectors.beta());
            double c = rho1 / rho;
            double s = vectors.beta() / rho;
            double theta = s * vectors.alpha();
            rhoBar = -c * vectors.alpha();
            double phi = c * phiBar;
            phiBar *= s;
            gradient = vectors.alpha() * Math.abs(s * phi);
            double[] v = vectors.v();
            double along = phi / rho;
            double back = theta / rho;
            for (int i = 0; i < x.length; i++) {
                x[i] += along * w[i];
                w[i] = v[i] - back * w[i];
            }
        }
    }
}
