package org.geoanomaly.gam.pipeline.refraction;

import java.util.Locale;
import org.geoanomaly.gam.geophysics.tomography.Phase;
import org.geoanomaly.gam.geophysics.tomography.ReferenceVelocity;

/**
 * Velocity that grows evenly with the depth below the ground.
 *
 * @param top at the ground, m/s
 * @param bottom at the depth and below, m/s
 * @param depth m
 */
record GradientGround(RefractionSurvey survey, double top, double bottom, double depth) implements ReferenceVelocity {
    @Override
    public double velocity(Phase phase, double x, double y, double z) {
        double below = Math.max(0.0, Math.min(1.0, (z + survey.ground(x)) / depth));
        return top + below * (bottom - top);
    }

    String words() {
        return String.format(
                Locale.ROOT, "%.3g km/s at the ground, %.3g km/s at %.3g m", top / 1000, bottom / 1000, depth);
    }
}
