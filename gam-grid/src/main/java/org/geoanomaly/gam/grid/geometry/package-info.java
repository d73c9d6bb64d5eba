/** Where cells lie: reference system, GDAL geotransform, registration, bounding boxes, tile identifiers. */
@NullMarked
package org.geoanomaly.gam.grid.geometry;

import org.jspecify.annotations.NullMarked;
