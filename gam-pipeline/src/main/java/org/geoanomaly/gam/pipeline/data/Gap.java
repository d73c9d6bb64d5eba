package org.geoanomaly.gam.pipeline.data;

import java.io.Serializable;

/**
 * Something that was asked for and is missing from the result.
 *
 * @param what modality, or modality and tile
 * @param stage where it failed
 * @param message why, and what to do
 */
public record Gap(String what, String stage, String message) implements Serializable {}
