package org.geoanomaly.gam.pipeline.spi;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is decided once for all tiles of a region, so that they are views of one model.
 *
 * @param base level of the data, in their unit, that has no source
 * @param tradeOff between fit and norm; null while it is looked for
 */
public record RegionChoice(double base, @Nullable Double tradeOff) implements Serializable {}
