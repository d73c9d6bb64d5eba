/** Colour maps: values to colours. The maps are Fabio Crameri's Scientific colour maps, which are perceptually uniform. */
@NullMarked
package org.geoanomaly.gam.pipeline.visual.color;

import org.jspecify.annotations.NullMarked;
