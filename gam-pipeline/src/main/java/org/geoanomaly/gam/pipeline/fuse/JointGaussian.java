package org.geoanomaly.gam.pipeline.fuse;

/**
 * Several estimates of properties in one cell as normal distributions. In units of its prior's standard deviation τ, property m is x_m with
 * prior variance 1 and prior correlation ρ with every other one. An inversion gave the mean x̂ and variance σ²/τ² of x_m under that prior alone.
 * Its prior divided out, the data say y = x̂σ⁻²/w, s² = 1/w with w = 1/σ² − 1/τ² (all in these units): q = wτ² = τ²/σ² − 1 is their
 * information, and q y = x̂(1 + q) stays finite as q → 0. With C = (1−ρ)I + ρ11ᵀ and d = q/(1+(1−ρ)q), h = x̂(1+q)/(1+(1−ρ)q),
 * Δ = Σd, H = Σh, the joint posterior (Sherman and Morrison) of a sum F = Σ a_m x_m, with g = Ca and G = Σ g d, is
 *
 * <pre>
 * E F   = Σ_m h_m (g_m − ρG/(1+ρΔ))
 * Var F = aᵀCa − Σ d g² + ρG²/(1+ρΔ)
 * </pre>
 *
 * The terms of E F are the contributions. For ρ = 1 this is the product of the likelihoods and one prior: precision 1 + Σq, mean Σ q y / (1 + Σq).
 * For ρ = 0 every property keeps its own estimate. Not thread-safe; one instance for each thread.
 */
final class JointGaussian {
    private final double rho;
    private final double[] d;
    private final double[] h;
    private final double[] g;
    private final double[] part;
    private double variance;

    /**
     * For up to so many modalities.
     *
     * @param correlation ρ, 0…1
     */
    JointGaussian(int modalities, double correlation) {
        this.rho = correlation;
        this.d = new double[modalities];
        this.h = new double[modalities];
        this.g = new double[modalities];
        this.part = new double[modalities];
    }

    /**
     * Computes contributions and variance of F.
     *
     * @param mean x̂ of each modality
     * @param information q of each, not negative; 0 contributes nothing of its own
     * @param weight a of each
     * @param n how many modalities there are
     */
    void combine(double[] mean, double[] information, double[] weight, int n) {
        double sumA = 0;
        double squareA = 0;
        for (int m = 0; m < n; m++) {
            sumA += weight[m];
            squareA += weight[m] * weight[m];
        }
        double delta = 0;
        double cross = 0;
        double gain = 0;
        for (int m = 0; m < n; m++) {
            double own = 1.0 + (1.0 - rho) * information[m];
            d[m] = information[m] / own;
            h[m] = mean[m] * (1.0 + information[m]) / own;
            g[m] = (1.0 - rho) * weight[m] + rho * sumA;
            delta += d[m];
            cross += g[m] * d[m];
            gain += g[m] * g[m] * d[m];
        }
        double shared = rho * cross / (1.0 + rho * delta);
        for (int m = 0; m < n; m++) {
            part[m] = h[m] * (g[m] - shared);
        }
        double prior = (1.0 - rho) * squareA + rho * sumA * sumA;
        variance = Math.max(0.0, prior - gain + shared * cross);
    }

    /** The part of E F that modality m brings. */
    double contribution(int m) {
        return part[m];
    }

    /** Var F. */
    double variance() {
        return variance;
    }
}
