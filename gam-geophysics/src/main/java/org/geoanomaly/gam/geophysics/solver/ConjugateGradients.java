package org.geoanomaly.gam.geophysics.solver;

/**
 * Preconditioned conjugate gradients (Hestenes and Stiefel 1952; Golub and Van Loan 2013, algorithm 11.5.1) for A x = b. It stops on
 * rᵀP⁻¹r, which for a preconditioner P close to A is the squared error in the energy norm: a number that means something for the caller.
 */
public final class ConjugateGradients {
    private ConjugateGradients() {}

    /**
     * How a solution ended.
     *
     * @param iterations products with A, without the one for the first residual
     * @param residual last rᵀP⁻¹r
     * @param converged whether {@code residual} reached the tolerance
     */
    public record Outcome(int iterations, double residual, boolean converged) {}

    /**
     * When to stop.
     *
     * @param absolute on rᵀP⁻¹r
     * @param relative on rᵀP⁻¹r against its value for x = 0
     */
    public record Tolerance(double absolute, double relative, int maxIterations) {}

    /**
     * Solves A x = b.
     *
     * @param inverse P⁻¹
     * @param x the start, overwritten with the solution
     */
    public static Outcome solve(SymmetricMap a, SymmetricMap inverse, double[] b, double[] x, Tolerance tolerance) {
        int n = b.length;
        double[] r = b.clone();
        double[] z = new double[n];
        double scale = 0.0;
        if (tolerance.relative() > 0.0) {
            inverse.apply(b, z);
            scale = Vectors.dot(b, z);
        }
        double[] q = new double[n];
        if (Vectors.maxAbs(x) > 0.0) {
            a.apply(x, q);
            Vectors.add(-1.0, q, r);
        }
        inverse.apply(r, z);
        double rho = Vectors.dot(r, z);
        double goal = Math.max(tolerance.absolute(), tolerance.relative() * scale);
        double[] p = z.clone();
        int iteration = 0;
        while (rho > goal && iteration < tolerance.maxIterations()) {
            a.apply(p, q);
            double curvature = Vectors.dot(p, q);
            if (!(curvature > 0.0)) {
                break;
            }
            double step = rho / curvature;
            Vectors.add(step, p, x);
            Vectors.add(-step, q, r);
            inverse.apply(r, z);
            double next = Vectors.dot(r, z);
            Vectors.scaleAndAdd(next / rho, p, z);
            rho = next;
            iteration++;
        }
        return new Outcome(iteration, rho, rho <= goal);
    }
}
