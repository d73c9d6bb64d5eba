/**
 * The globe: magnetic and gravity grids to 648 tiles of three layers, a fused index, web tiles, a catalogue and a viewer. Each tile is a
 * pure function of the prepared layers; what is valid from an earlier run is skipped.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.global;

import org.jspecify.annotations.NullMarked;
