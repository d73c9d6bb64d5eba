/** How much values jump across the edges of tiles, compared with how much they vary inside. */
@NullMarked
package org.geoanomaly.gam.pipeline.seam;

import org.jspecify.annotations.NullMarked;
