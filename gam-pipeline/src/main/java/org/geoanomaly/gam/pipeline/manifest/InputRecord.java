package org.geoanomaly.gam.pipeline.manifest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.geoanomaly.gam.pipeline.source.DataSource;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.jspecify.annotations.Nullable;

/**
 * One input of a run; in JSON all of it is flat.
 *
 * @param layer what it was used for, such as {@code mag}
 * @param sourceId of the catalogue
 * @param artifact the file itself
 * @param license as the provider words it
 * @param citation what to cite
 * @param content what its values are
 */
public record InputRecord(
        String layer,
        String sourceId,
        @JsonUnwrapped Artifact artifact,
        String license,
        String citation,
        @JsonUnwrapped Content content) {

    /**
     * The file of an input.
     *
     * @param sourceUrl where it came from
     * @param filename its name
     * @param sha256 of its content
     * @param sizeBytes of its content
     * @param acquiredAtIso when it came onto this machine, UTC
     */
    public record Artifact(String sourceUrl, String filename, String sha256, long sizeBytes, String acquiredAtIso) {}

    /**
     * What an input's values are.
     *
     * @param quantity such as {@code gravity_disturbance}
     * @param unit symbol
     * @param heightM of the values above the ellipsoid, or null
     * @param resolutionDeg native spacing in degrees, or null for scattered points
     */
    public record Content(
            String quantity,
            String unit,
            @Nullable Double heightM,
            @Nullable Double resolutionDeg) {}

    /** The record of a resolved source. */
    public static InputRecord of(String layer, ResolvedSource input) {
        DataSource source = input.source();
        return new InputRecord(
                layer,
                source.id(),
                new Artifact(
                        input.url(),
                        String.valueOf(input.file().getFileName()),
                        input.sha256(),
                        input.size(),
                        RunClock.iso(input.acquiredAt())),
                input.license(),
                input.citation(),
                new Content(
                        source.content().quantity(),
                        source.content().unit(),
                        source.content().heightMetres(),
                        source.content().resolutionDeg()));
    }
}
