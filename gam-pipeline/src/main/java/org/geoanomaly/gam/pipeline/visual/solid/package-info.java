/**
 * Models in three dimensions on paper: bodies of both signs and slices, seen from the south-west and above. A box of the model is 1 along its
 * longer horizontal edge, x east, y north, z up, and has its centre at the origin.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.visual.solid;

import org.jspecify.annotations.NullMarked;
