/**
 * What a regional run hands to other programs: anomalies as tables and GeoPackage, grids and models as NetCDF, models for ParaView, maps as
 * cloud-optimised GeoTIFFs, and the manifest of all of it. Every file is written complete or not at all, and its bytes depend on nothing but
 * the result.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.export;

import org.jspecify.annotations.NullMarked;
