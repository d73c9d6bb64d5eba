/**
 * A page to draw on and what it can become: PNG, SVG, PDF. A sheet is measured in units of which 1800 are its width, whatever its
 * resolution; y grows downward. It keeps what was drawn, not pixels, so every medium has its own sharpness. Pages depend on their arguments
 * alone: the font is the program's own and no time is read.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.visual.sheet;

import org.jspecify.annotations.NullMarked;
