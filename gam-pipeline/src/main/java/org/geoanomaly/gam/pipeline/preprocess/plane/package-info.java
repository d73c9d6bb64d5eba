/**
 * Arithmetic on the lattice of a tile: where its nodes lie, filling of holes, smoothing with weights, separation of a regional field. Arrays have
 * index {@code j * columns + i}, i counts east, j north; NaN is a node without data.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.preprocess.plane;

import org.jspecify.annotations.NullMarked;
