/**
 * {@code gam.gpkg}: anomalies in an OGC GeoPackage 1.3 (an SQLite file that GIS programs open). The schema is a list of SQL migrations in
 * the resources beside this package; the rows go in and out by JDBI. Nothing in the file depends on the clock or on where it is written.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.export.gpkg;

import org.jspecify.annotations.NullMarked;
