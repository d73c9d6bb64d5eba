package org.geoanomaly.gam.pipeline.config;

import java.io.Serializable;

/**
 * {@code modeling.regularization}: the model norm.
 *
 * @param smallness weight of the distance to the reference model
 * @param smoothness weight of horizontal differences
 * @param verticalSmoothness weight of vertical differences
 * @param norm exponent p of the norm, 0..2; 2 is smooth, smaller is sparse
 * @param coolingFactor by which the trade-off parameter falls between steps
 * @param targetMisfit chi² divided by the number of data at which cooling ends
 */
public record Regularization(
        double smallness,
        double smoothness,
        double verticalSmoothness,
        double norm,
        double coolingFactor,
        double targetMisfit)
        implements Serializable {
    public static final Regularization DEFAULT = new Regularization(1e-4, 1, 1, 2, 2, 1);

    static Regularization read(SectionReader in) {
        return new Regularization(
                in.number("smallness", DEFAULT.smallness, Limits.NOT_NEGATIVE),
                in.number("smoothness", DEFAULT.smoothness, Limits.NOT_NEGATIVE),
                in.number("vertical_smoothness", DEFAULT.verticalSmoothness, Limits.NOT_NEGATIVE),
                in.number("norm", DEFAULT.norm, Limits.between(0, 2)),
                in.number("cooling_factor", DEFAULT.coolingFactor, new Limits(1, 100, true)),
                in.number("target_misfit", DEFAULT.targetMisfit, Limits.POSITIVE));
    }
}
