package org.geoanomaly.gam.pipeline.global;

import org.geoanomaly.gam.geophysics.fusion.RobustScale;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.pipeline.layout.Layer;

/**
 * One layer in one tile.
 *
 * @param layer which layer
 * @param values its 100 x 100 cells
 * @param statistics of these cells
 * @param scale the robust scale that turned values into scores; undefined for the fused layer itself and where MAD is 0
 */
public record LayerTile(Layer layer, FloatGrid values, Statistics statistics, RobustScale scale) {}
