/**
 * Checks of finished products: six checkpoints (input integrity, grid alignment, statistics, seams, COG compliance, PMTiles integrity) and
 * the catalogue. A run applies them to what it has just written; {@code gam validate} applies them to a directory.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.validation;

import org.jspecify.annotations.NullMarked;
