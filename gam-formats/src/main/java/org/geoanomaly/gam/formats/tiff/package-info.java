/**
 * Reads GeoTIFF and BigTIFF files as grids of physical values. A <em>directory</em> (IFD) describes one raster, the first one the data,
 * others its overviews; a raster is stored in <em>blocks</em>, which are tiles or strips. Headers are taken for hostile: whatever they
 * claim is checked against the size of the file before anything is allocated.
 */
@NullMarked
package org.geoanomaly.gam.formats.tiff;

import org.jspecify.annotations.NullMarked;
