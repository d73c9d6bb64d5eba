package org.geoanomaly.gam.geophysics.tomography;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.geophysics.solver.Lsqr;

/**
 * How well the data know each cell, for the linear problem min ‖A p − d‖² + λ²‖p‖², u = S p. Small problems exactly, through the Cholesky factor
 * of AAᵀ + λ²I; others by random probing.
 */
public final class ModelResolution {
    private static final long EXACT_ENTRIES = 10_000_000;
    private static final double EXACT_PRODUCTS = 2e10;
    private static final Lsqr.Tolerance TOLERANCE = new Lsqr.Tolerance(1e-3, 0.0, 100);

    private final TomographySystem system;
    private final double damping;

    ModelResolution(TomographySystem system, double damping) {
        this.system = system;
        this.damping = damping;
    }

    /** Whether there are few enough data and cells for exact answers. */
    public boolean exact() {
        double rows = system.rows();
        return rows * system.columns() <= EXACT_ENTRIES && rows * rows * system.columns() <= EXACT_PRODUCTS;
    }

    /**
     * The part of the prior variance that the data take away, for each cell: 1 − σ²/τ². Cells that no datum speaks of have 0. By probing: a draw x
     * from the prior, its estimate w from noisy data of it, and the rest s = x − w are independent normal variables whose variances add up to τ²
     * (Matheron's rule; Papandreou and Yuille 2010), so Σw² / (Σw² + Σs²) estimates the part. Its error is at most about 1/√(2 draws).
     *
     * @param draws if not {@link #exact()}
     * @param seed of the draws
     */
    public double[] varianceReduction(int draws, long seed) {
        return exact() ? new ExactResolution(system, damping).varianceReduction() : probedReduction(draws, seed);
    }

    double[] probedReduction(int draws, long seed) {
        if (draws < 2) {
            throw new IllegalArgumentException("a standard deviation needs two draws, not " + draws);
        }
        SplittableRandom random = new SplittableRandom(seed);
        int cells = system.columns();
        double[] known = new double[cells];
        double[] left = new double[cells];
        double[] white = new double[cells];
        double[] p = new double[cells];
        double[] x = new double[cells];
        double[] w = new double[cells];
        double[] data = new double[system.rows()];
        double[] noise = new double[system.rows()];
        for (int draw = 0; draw < draws; draw++) {
            Arrays.setAll(white, c -> random.nextGaussian() / damping);
            Arrays.setAll(noise, i -> random.nextGaussian());
            system.apply(white, data);
            system.projection().apply(noise);
            Arrays.setAll(data, i -> data[i] + noise[i]);
            Lsqr.solve(system, data, damping, p, TOLERANCE);
            system.prior().apply(white, x);
            system.prior().apply(p, w);
            for (int c = 0; c < cells; c++) {
                known[c] += w[c] * w[c];
                left[c] += (x[c] - w[c]) * (x[c] - w[c]);
            }
        }
        Arrays.setAll(known, c -> known[c] / (known[c] + left[c]));
        return known;
    }

    /**
     * The diagonal of the resolution matrix: how much of a cell's own u comes back in it. Smaller than the variance reduction, to which neighbours
     * add. By probing with random signs in cells a few apart (Tang and Saad 2012, "A probing method for computing the diagonal of a matrix
     * inverse"), so that what leaks in comes from cells that are not neighbours.
     *
     * @param mesh whose cells these are
     * @param apart cells between probes along each axis, at least 1; apart³ solutions are needed if not {@link #exact()}
     */
    public double[] diagonal(RegularMesh mesh, int apart, long seed) {
        return exact() ? new ExactResolution(system, damping).diagonal() : probedDiagonal(mesh, apart, seed);
    }

    double[] probedDiagonal(RegularMesh mesh, int apart, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int cells = system.columns();
        double[] diagonal = new double[cells];
        double[] probe = new double[cells];
        double[] p = new double[cells];
        double[] answer = new double[cells];
        double[] data = new double[system.rows()];
        for (int colour = 0; colour < apart * apart * apart; colour++) {
            for (int c = 0; c < cells; c++) {
                probe[c] = colour(mesh, c, apart) == colour ? (random.nextBoolean() ? 1.0 : -1.0) : 0.0;
            }
            system.predict(probe, data);
            Lsqr.solve(system, data, damping, p, TOLERANCE);
            system.prior().apply(p, answer);
            for (int c = 0; c < cells; c++) {
                diagonal[c] += probe[c] * answer[c];
            }
        }
        return diagonal;
    }

    private static int colour(RegularMesh mesh, int c, int apart) {
        int i = c % mesh.nx();
        int j = c / mesh.nx() % mesh.ny();
        int k = c / mesh.nx() / mesh.ny();
        return (k % apart * apart + j % apart) * apart + i % apart;
    }

    /** What the linear problem gives back of a model u when its data carry noise: the estimate of a test pattern. */
    public double[] recover(double[] pattern, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] data = new double[system.rows()];
        double[] noise = new double[system.rows()];
        Arrays.setAll(noise, i -> random.nextGaussian());
        system.predict(pattern, data);
        system.projection().apply(noise);
        Arrays.setAll(data, i -> data[i] + noise[i]);
        double[] p = new double[system.columns()];
        Lsqr.solve(system, data, damping, p, new Lsqr.Tolerance(1e-4, 0.0, 300));
        double[] out = new double[system.columns()];
        system.prior().apply(p, out);
        return out;
    }
}
