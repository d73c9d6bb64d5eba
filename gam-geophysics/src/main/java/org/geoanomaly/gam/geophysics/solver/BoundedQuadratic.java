package org.geoanomaly.gam.geophysics.solver;

import java.util.Arrays;

/**
 * Minimises ½ xᵀAx − bᵀx over lower ≤ x ≤ upper by projected Newton steps: cells that sit on a bound and are pushed against it are held,
 * conjugate gradients move the others, and a projected search along the step keeps the function falling (Bertsekas 1982, "Projected Newton
 * methods for optimization problems with simple constraints", SIAM J. Control Optim. 20; Moré and Toraldo 1991 for the quadratic case).
 */
public final class BoundedQuadratic {
    private static final int MAX_HALVINGS = 12;

    private final SymmetricMap a;
    private final SymmetricMap inverse;
    private final double[] b;
    private final double lower;
    private final double upper;
    private final boolean[] held;
    private final double[] gradient;
    private final double[] step;
    private final double[] product;
    private int products;

    /**
     * A problem.
     *
     * @param inverse P⁻¹, applied between restrictions to the free cells
     * @param b right-hand side, not copied
     */
    public BoundedQuadratic(SymmetricMap a, SymmetricMap inverse, double[] b, double lower, double upper) {
        if (!(lower < upper)) {
            throw new IllegalArgumentException("bounds must leave room: " + lower + " to " + upper);
        }
        this.a = a;
        this.inverse = inverse;
        this.b = b;
        this.lower = lower;
        this.upper = upper;
        this.held = new boolean[b.length];
        this.gradient = new double[b.length];
        this.step = new double[b.length];
        this.product = new double[b.length];
    }

    /**
     * Moves x to the minimum.
     *
     * @param x the start, overwritten; values outside the bounds are brought in first
     * @param tolerance on gᵀP⁻¹g over the free cells; {@code maxIterations} counts products with A
     */
    public ConjugateGradients.Outcome solve(double[] x, ConjugateGradients.Tolerance tolerance, int innerIterations) {
        products = 0;
        project(x);
        a.apply(x, gradient);
        products++;
        Vectors.add(-1.0, b, gradient);
        double residual = Double.POSITIVE_INFINITY;
        while (products < tolerance.maxIterations()) {
            hold(x);
            double goal = Math.max(tolerance.absolute(), 0.0);
            residual = newtonStep(goal, innerIterations);
            if (residual <= goal) {
                return new ConjugateGradients.Outcome(products, residual, true);
            }
            if (!search(x)) {
                return new ConjugateGradients.Outcome(products, residual, false);
            }
        }
        return new ConjugateGradients.Outcome(products, residual, false);
    }

    private void project(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.min(upper, Math.max(lower, x[i]));
        }
    }

    private void hold(double[] x) {
        for (int i = 0; i < x.length; i++) {
            held[i] = (x[i] <= lower && gradient[i] > 0.0) || (x[i] >= upper && gradient[i] < 0.0);
        }
    }

    private void restrict(double[] v) {
        for (int i = 0; i < v.length; i++) {
            if (held[i]) {
                v[i] = 0.0;
            }
        }
    }

    /** Conjugate gradients on the free cells; fills {@code step} and {@code product = A step}; returns gᵀP⁻¹g before the step. */
    private double newtonStep(double goal, int innerIterations) {
        int n = b.length;
        double[] r = new double[n];
        for (int i = 0; i < n; i++) {
            r[i] = held[i] ? 0.0 : -gradient[i];
        }
        double[] z = new double[n];
        inverse.apply(r, z);
        restrict(z);
        double rho = Vectors.dot(r, z);
        double first = rho;
        Arrays.fill(step, 0.0);
        Arrays.fill(product, 0.0);
        if (first <= goal) {
            return first;
        }
        double[] p = z.clone();
        double[] q = new double[n];
        double inner = Math.max(0.3 * goal, 1e-3 * first);
        for (int k = 0; k < innerIterations && rho > inner; k++) {
            a.apply(p, q);
            products++;
            double curvature = Vectors.dot(p, q);
            if (!(curvature > 0.0)) {
                break;
            }
            double length = rho / curvature;
            Vectors.add(length, p, step);
            Vectors.add(length, q, product);
            Vectors.add(-length, q, r);
            restrict(r);
            inverse.apply(r, z);
            restrict(z);
            double next = Vectors.dot(r, z);
            Vectors.scaleAndAdd(next / rho, p, z);
            rho = next;
        }
        return first;
    }

    /** Halves the step until the projected point is lower; false if it never is. */
    private boolean search(double[] x) {
        double[] trial = new double[x.length];
        double[] slope = new double[x.length];
        double t = 1.0;
        for (int halving = 0; halving < MAX_HALVINGS; halving++) {
            boolean clipped = move(x, t, trial);
            if (clipped) {
                a.apply(trial, slope);
                products++;
                Vectors.add(-1.0, b, slope);
            } else {
                for (int i = 0; i < slope.length; i++) {
                    slope[i] = gradient[i] + t * product[i];
                }
            }
            if (change(x, trial, slope) < 0.0) {
                System.arraycopy(trial, 0, x, 0, x.length);
                System.arraycopy(slope, 0, gradient, 0, x.length);
                return true;
            }
            t *= 0.5;
        }
        return false;
    }

    /** The change of the function, ½ (g + g')ᵀ(x' − x): exact for a quadratic, and without cancellation. */
    private double change(double[] x, double[] trial, double[] slope) {
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) {
            sum += (gradient[i] + slope[i]) * (trial[i] - x[i]);
        }
        return 0.5 * sum;
    }

    private boolean move(double[] x, double t, double[] trial) {
        boolean clipped = false;
        for (int i = 0; i < x.length; i++) {
            double free = x[i] + t * step[i];
            trial[i] = Math.min(upper, Math.max(lower, free));
            clipped |= trial[i] != free;
        }
        return clipped;
    }
}
