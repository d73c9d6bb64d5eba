package org.geoanomaly.gam.geophysics.solver;

/** A symmetric matrix, positive definite or semidefinite, known by its products. */
@FunctionalInterface
public interface SymmetricMap {
    /**
     * {@code out = A in}.
     *
     * @param in not modified
     * @param out overwritten; not the same array
     */
    void apply(double[] in, double[] out);
}
