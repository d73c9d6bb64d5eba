/** Catalogues of events without picks: CSV of the ANSS Comprehensive Catalog (ComCat, https://earthquake.usgs.gov/data/comcat) and ZMAP. */
@NullMarked
package org.geoanomaly.gam.formats.seismic.catalog;

import org.jspecify.annotations.NullMarked;
