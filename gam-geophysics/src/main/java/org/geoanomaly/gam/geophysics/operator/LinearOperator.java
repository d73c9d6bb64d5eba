package org.geoanomaly.gam.geophysics.operator;

/**
 * A real matrix that can be multiplied with. Implementations are immutable: any number of threads may call one instance at once, and a result
 * does not depend on the number of threads that compute it.
 */
public interface LinearOperator {
    /** Length of data. */
    int rows();

    /** Length of models. */
    int columns();

    /**
     * {@code data = G model}.
     *
     * @param model {@link #columns()} values, not modified
     * @param data {@link #rows()} values, overwritten
     * @throws IllegalArgumentException if a length is wrong
     */
    void apply(double[] model, double[] data);

    /**
     * {@code model = Gᵀ data}.
     *
     * @param data {@link #rows()} values, not modified
     * @param model {@link #columns()} values, overwritten
     * @throws IllegalArgumentException if a length is wrong
     */
    void applyAdjoint(double[] data, double[] model);

    /**
     * The diagonal of GᵀWG with W = diag(weights): {@code diagonal_j = Σ_i weights_i G_ij²}.
     *
     * @param weights {@link #rows()} values, not modified
     * @param diagonal {@link #columns()} values, overwritten
     * @throws IllegalArgumentException if a length is wrong
     */
    void normalDiagonal(double[] weights, double[] diagonal);

    /** Throws unless the two arrays are as long as models and data. */
    default void requireLengths(double[] model, double[] data) {
        if (model.length != columns() || data.length != rows()) {
            throw new IllegalArgumentException("a " + rows() + " x " + columns() + " operator needs " + columns()
                    + " model values and " + rows() + " data, got " + model.length + " and " + data.length);
        }
    }
}
