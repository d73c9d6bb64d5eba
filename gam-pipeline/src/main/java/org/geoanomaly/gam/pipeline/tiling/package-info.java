/** How the globe is cut into 648 macro tiles of 100 x 100 cells, and which of them a run works on. */
@NullMarked
package org.geoanomaly.gam.pipeline.tiling;

import org.jspecify.annotations.NullMarked;
