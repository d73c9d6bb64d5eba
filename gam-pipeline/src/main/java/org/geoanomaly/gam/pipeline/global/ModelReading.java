package org.geoanomaly.gam.pipeline.global;

import java.nio.file.Path;
import org.geoanomaly.gam.pipeline.stac.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * How a model of spherical harmonic coefficients becomes a layer; whatever is null, the model itself decides.
 *
 * @param minDegree least degree used
 * @param maxDegree largest degree used
 * @param epoch decimal year of the coefficients and of the main field
 * @param mainField what a magnetic model is projected on
 */
public record ModelReading(
        @Nullable Integer minDegree,
        @Nullable Integer maxDegree,
        @Nullable Double epoch,
        @Nullable MainField mainField) {

    /**
     * The main field, whose direction a total-field anomaly is taken along.
     *
     * @param file its coefficients
     * @param source what products say about it
     */
    public record MainField(Path file, SourceRef source) {}

    /** Everything in it that decides values, not where files lie. */
    String key() {
        MainField main = mainField;
        return "degrees " + minDegree + ".." + maxDegree + " epoch " + epoch + " main field "
                + (main == null ? "none" : main.source().sha256());
    }
}
