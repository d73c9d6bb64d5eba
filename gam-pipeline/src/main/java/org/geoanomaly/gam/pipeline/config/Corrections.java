package org.geoanomaly.gam.pipeline.config;

import java.io.Serializable;

/**
 * {@code preprocessing.corrections}.
 *
 * @param density of the rock above the ellipsoid in kg/m³, for the Bouguer correction
 * @param igrf remove the main field from total-field readings
 * @param reductionToPole move magnetic anomalies over their sources
 */
public record Corrections(
        boolean freeAir, BouguerCorrection bouguer, double density, boolean igrf, boolean reductionToPole)
        implements Serializable {
    public static final Corrections DEFAULT = new Corrections(true, BouguerCorrection.NONE, 2670, true, false);

    static Corrections read(SectionReader in) {
        return new Corrections(
                in.flag("free_air", DEFAULT.freeAir),
                in.choice("bouguer", DEFAULT.bouguer),
                in.number("density", DEFAULT.density, Limits.between(500, 6000)),
                in.flag("igrf", DEFAULT.igrf),
                in.flag("reduction_to_pole", DEFAULT.reductionToPole));
    }
}
