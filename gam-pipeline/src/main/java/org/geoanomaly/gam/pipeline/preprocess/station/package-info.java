/**
 * Readings at scattered places: which of them lie in a tile, which are the same place twice, which do not agree with their neighbours, how dense they
 * lie, and their means over blocks.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.preprocess.station;

import org.jspecify.annotations.NullMarked;
