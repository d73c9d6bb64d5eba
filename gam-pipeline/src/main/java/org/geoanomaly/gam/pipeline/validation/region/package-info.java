/** Checks of what a regional run wrote: files against the manifest, rasters and models against themselves and each other, tables against each other. */
@NullMarked
package org.geoanomaly.gam.pipeline.validation.region;

import org.jspecify.annotations.NullMarked;
