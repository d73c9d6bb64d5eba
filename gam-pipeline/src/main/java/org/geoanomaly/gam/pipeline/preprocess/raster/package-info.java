/** From grids of longitude and latitude to the plane of a tile: the part around a tile in continuous longitudes, resampling onto nodes, single values. */
@NullMarked
package org.geoanomaly.gam.pipeline.preprocess.raster;

import org.jspecify.annotations.NullMarked;
