/**
 * The built-in data source: reads station tables, grids and spherical-harmonic models out of files of the catalogue or of the user, cut to
 * an area. <em>Hints</em> are what the catalogue or the configuration says about a file from outside; they take the place of what the
 * file says itself.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.ingest;

import org.jspecify.annotations.NullMarked;
