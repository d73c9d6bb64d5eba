/**
 * Reads a grid from whatever file it is in. The format is found by content, compressed files are opened on the way, and what the file says
 * about its values travels with the grid.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.read;

import org.jspecify.annotations.NullMarked;
