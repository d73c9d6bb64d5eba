package org.geoanomaly.gam.pipeline.stac;

import java.io.Serializable;

/**
 * One step of the way from source to product.
 *
 * @param name short, such as {@code resample}
 * @param version of the software or algorithm that did it
 * @param description parameters in words, such as {@code bilinear, kernel widened to 6'}
 */
public record ProcessingStep(String name, String version, String description) implements Serializable {}
