package org.geoanomaly.gam.pipeline.invert;

import java.nio.file.Path;
import org.geoanomaly.gam.geophysics.inversion.InversionSettings;
import org.jspecify.annotations.Nullable;

/**
 * What {@code gam invert} was asked for.
 *
 * @param data the table of observations
 * @param noise one standard deviation for all data, over the table's own; null if not given
 * @param spread how the standard deviation of the model is found
 * @param output directory for the products
 */
public record InvertRequest(
        Path data,
        InvertField field,
        InvertMesh mesh,
        InversionSettings settings,
        @Nullable Double noise,
        Spread spread,
        Path output) {

    /**
     * How the standard deviation of the model is found.
     *
     * @param samples draws from the posterior; 0 for none
     * @param seed of the draws
     * @param ensemble whether to invert with other norms and weightings too, and take the mean and scatter of all
     */
    public record Spread(int samples, long seed, boolean ensemble) {
        public static final Spread NONE = new Spread(0, 1, false);
    }
}
