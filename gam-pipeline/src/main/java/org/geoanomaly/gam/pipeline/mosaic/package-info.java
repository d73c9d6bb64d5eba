/** GDAL virtual mosaics over the written tiles, so that a layer opens as one grid in any GIS. */
@NullMarked
package org.geoanomaly.gam.pipeline.mosaic;

import org.jspecify.annotations.NullMarked;
