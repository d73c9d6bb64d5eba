/**
 * Static pictures of a region's result: maps, depth slices, sections, fits. A sheet is measured in units of which 1800 are its width,
 * whatever its resolution; y grows downward. Pictures depend on their arguments alone: the font is the program's own and no time is read.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.visual.map;

import org.jspecify.annotations.NullMarked;
