package org.geoanomaly.gam.geophysics.deformation.fit;

/**
 * Least squares within limits by the damped Gauss–Newton method (Marquardt 1963) with central differences. Numbers at a limit that the gradient
 * presses against it are held there for the step, and steps are cut at the limits.
 */
final class BoundedLevenbergMarquardt {
    private static final int STEPS = 80;
    private static final double DIFFERENCE = 1e-5;
    private static final double SMALL = 1e-9;

    private final SeparableMisfit misfit;
    private final SearchBox box;
    private final double[][] jacobian;

    BoundedLevenbergMarquardt(SeparableMisfit misfit, SearchBox box) {
        this.misfit = misfit;
        this.box = box;
        this.jacobian = new double[box.size()][misfit.rows()];
    }

    /** Moves a start to a minimum nearby and answers its χ². */
    double run(double[] q) {
        double chi = misfit.at(q);
        double damping = 1e-3;
        for (int step = 0; step < STEPS; step++) {
            double[] residual = misfit.residual().clone();
            differentiate(q);
            double before = chi;
            boolean moved = false;
            for (int attempt = 0; attempt < 12 && !moved; attempt++) {
                double[] next = next(q, residual, damping);
                double tried = misfit.at(next);
                if (tried < chi) {
                    chi = tried;
                    System.arraycopy(next, 0, q, 0, q.length);
                    damping = Math.max(1e-9, damping * 0.2);
                    moved = true;
                } else {
                    damping = Math.min(1e9, damping * 6.0);
                }
            }
            if (!moved || before - chi <= SMALL * (before + 1e-300)) {
                break;
            }
        }
        return misfit.at(q);
    }

    /** Derivatives of the whitened residuals, one array for each number. */
    double[][] differentiate(double[] q) {
        for (int k = 0; k < q.length; k++) {
            double[] moved = q.clone();
            double h = DIFFERENCE * box.range(k);
            moved[k] = box.clip(k, q[k] + h);
            double up = moved[k];
            misfit.at(moved);
            System.arraycopy(misfit.residual(), 0, jacobian[k], 0, misfit.rows());
            moved[k] = box.clip(k, q[k] - h);
            misfit.at(moved);
            double inverse = 1.0 / (up - moved[k]);
            double[] lower = misfit.residual();
            for (int i = 0; i < lower.length; i++) {
                jacobian[k][i] = (jacobian[k][i] - lower[i]) * inverse;
            }
        }
        return jacobian;
    }

    /** JᵀJ for numbers in units of the box. */
    double[][] curvature() {
        int n = box.size();
        double[][] h = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int i = 0; i < misfit.rows(); i++) {
                    sum += jacobian[a][i] * jacobian[b][i];
                }
                h[a][b] = sum * box.range(a) * box.range(b);
                h[b][a] = h[a][b];
            }
        }
        return h;
    }

    private double[] next(double[] q, double[] residual, double damping) {
        int n = q.length;
        double[][] h = curvature();
        double[] g = new double[n];
        for (int a = 0; a < n; a++) {
            double sum = 0;
            for (int i = 0; i < residual.length; i++) {
                sum += jacobian[a][i] * residual[i];
            }
            g[a] = -sum * box.range(a);
        }
        for (int a = 0; a < n; a++) {
            boolean held = (q[a] <= box.lower(a) && g[a] < 0) || (q[a] >= box.upper(a) && g[a] > 0);
            if (held) {
                g[a] = 0;
                for (int b = 0; b < n; b++) {
                    h[a][b] = 0;
                    h[b][a] = 0;
                }
                h[a][a] = 1;
            } else {
                h[a][a] += damping * h[a][a] + 1e-9;
            }
        }
        SmallSystem.solve(SmallSystem.cholesky(h), g);
        double[] out = new double[n];
        for (int a = 0; a < n; a++) {
            out[a] = box.clip(a, q[a] + g[a] * box.range(a));
        }
        return out;
    }
}
