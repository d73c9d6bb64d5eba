/** How a GIS shall draw our rasters and points: QGIS style documents with the colours of our own figures. */
@NullMarked
package org.geoanomaly.gam.pipeline.visual.style;

import org.jspecify.annotations.NullMarked;
