package org.geoanomaly.gam.pipeline.read;

import org.geoanomaly.gam.grid.array.FloatGrid;

/** A grid and what its file said about it. */
public record GridRead(FloatGrid grid, SourceFacts facts) {}
