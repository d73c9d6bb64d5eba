package org.geoanomaly.gam.pipeline.global;

import org.geoanomaly.gam.pipeline.stac.SourceRef;

/** Sources in words. */
final class Sources {
    /** What stands for a licence or citation that the configuration of a user's own file leaves out. */
    static final String UNSTATED = "not stated";

    private Sources() {}

    /** Such as {@code mag: emag2-v2-1deg, magnetic anomaly, native resolution 1°; public domain}. */
    static String line(LayerOrigin origin) {
        SourceRef source = origin.source();
        Double resolution = source.resolutionDeg();
        return origin.layer().id() + ": " + source.id() + ", " + origin.quantity() + ", native resolution "
                + (resolution == null ? "unknown" : degrees(resolution)) + "; " + source.license();
    }

    /** What a map must show: the citation, or the name of a file whose owner states none. */
    static String credit(LayerOrigin origin) {
        SourceRef source = origin.source();
        return source.citation().equals(UNSTATED) ? source.id() : source.citation();
    }

    /** Such as {@code 0.1667°}. */
    static String degrees(double value) {
        return Math.round(value * 1e4) / 1e4 + "°";
    }
}
