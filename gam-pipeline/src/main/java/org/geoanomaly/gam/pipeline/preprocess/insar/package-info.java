/**
 * From displacements along the line of sight as published to observations of a tile: masks, outliers, reference, noise, and fewer points where
 * they say the same. Terms: a <em>track</em> is what one scene shows; the <em>far field</em> of a track is the half of its points farthest from
 * the strongest signal, where noise is learned.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.preprocess.insar;

import org.jspecify.annotations.NullMarked;
