/** Small pictures of grids for people who browse the output: one for each tile, and one of the globe. */
@NullMarked
package org.geoanomaly.gam.pipeline.visual.quicklook;

import org.jspecify.annotations.NullMarked;
