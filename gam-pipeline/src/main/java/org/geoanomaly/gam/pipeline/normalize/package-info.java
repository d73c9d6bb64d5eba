/**
 * From physical values to robust z-scores, tile by tile. <i>Tile</i> normalisation takes centre and spread from the tile itself, <i>rolling</i>
 * from overlapping windows blended into each other, <i>global</i> from the whole grid.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.normalize;

import org.jspecify.annotations.NullMarked;
