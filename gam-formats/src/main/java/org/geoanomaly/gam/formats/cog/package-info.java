/**
 * Writes cloud-optimized GeoTIFFs: float32, deflate, predictor, NaN no-data, internal overviews, in the layout that GDAL calls {@code
 * IFDS_BEFORE_DATA}. A <em>level</em> is the full resolution (level 0) or one of its overviews; every level is cut into square blocks,
 * padded with zeros at the eastern and southern edges.
 */
@NullMarked
package org.geoanomaly.gam.formats.cog;

import org.jspecify.annotations.NullMarked;
