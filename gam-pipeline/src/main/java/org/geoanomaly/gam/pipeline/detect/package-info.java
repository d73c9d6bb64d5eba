/** Finds anomalies in a fused model, tile by tile, and makes one list of those of all tiles. */
@NullMarked
package org.geoanomaly.gam.pipeline.detect;

import org.jspecify.annotations.NullMarked;
