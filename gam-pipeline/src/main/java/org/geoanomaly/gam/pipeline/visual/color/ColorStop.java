package org.geoanomaly.gam.pipeline.visual.color;

/**
 * A colour at a value.
 *
 * @param value where
 * @param color CSS notation, such as {@code #001261}
 */
public record ColorStop(double value, String color) {}
