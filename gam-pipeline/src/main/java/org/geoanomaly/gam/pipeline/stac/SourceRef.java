package org.geoanomaly.gam.pipeline.stac;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An input that a product was made from.
 *
 * @param id of the catalogue, or the name of a user's own file
 * @param url where it came from
 * @param sha256 of its content, hexadecimal
 * @param license as the provider words it, or an SPDX identifier
 * @param citation what to cite
 * @param resolutionDeg native sample spacing in degrees, or null if unknown
 */
public record SourceRef(
        String id,
        String url,
        String sha256,
        String license,
        String citation,
        @Nullable Double resolutionDeg) implements Serializable {}
