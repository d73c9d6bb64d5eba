/**
 * Grids of the ICGEM calculation service ({@code .gdf}): a header of keys, then one line of longitude, latitude, perhaps height, and value
 * for each node, from the north-west. See Ince et al. (2019), "ICGEM – 15 years of successful collection and distribution of global
 * gravitational models", Earth Syst. Sci. Data 11, 647–674.
 */
@NullMarked
package org.geoanomaly.gam.formats.icgem;

import org.jspecify.annotations.NullMarked;
