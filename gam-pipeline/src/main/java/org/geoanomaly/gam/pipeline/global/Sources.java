package org.geoanomaly.gam.pipeline.global;

import org.geoanomaly.gam.pipeline.stac.SourceRef;

/** Sources in words. */
final class Sources {
    private Sources() {}

    /** Such as {@code mag: emag2-v2-1deg, magnetic anomaly, native resolution 1°; public domain}. */
    static String line(LayerOrigin origin) {
        SourceRef source = origin.source();
        Double resolution = source.resolutionDeg();
        return origin.layer().id() + ": " + source.id() + ", " + origin.quantity() + ", native resolution "
                + (resolution == null ? "unknown" : degrees(resolution)) + "; " + source.license();
    }

    /** Such as {@code 0.1667°}. */
    static String degrees(double value) {
        return Math.round(value * 1e4) / 1e4 + "°";
    }
}
