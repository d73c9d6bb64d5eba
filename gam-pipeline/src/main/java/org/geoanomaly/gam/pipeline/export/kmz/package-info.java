/** Anomalies and maps for globes such as Google Earth: KML 2.2 (OGC 07-147r2) with its pictures in one zip file. */
@NullMarked
package org.geoanomaly.gam.pipeline.export.kmz;

import org.jspecify.annotations.NullMarked;
