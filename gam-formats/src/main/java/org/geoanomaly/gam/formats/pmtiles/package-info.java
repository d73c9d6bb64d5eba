/**
 * PMTiles version 3: a pyramid of web tiles in one file that any static host can serve by byte ranges. A <em>tile id</em> numbers tiles
 * zoom by zoom along Hilbert curves; an <em>entry</em> says where the content of one tile, or of a <em>run</em> of equal tiles, lies; a
 * <em>directory</em> is a list of entries, the <em>root</em> one of which may point to <em>leaf</em> directories; an archive is
 * <em>clustered</em> when contents lie in the order of tile ids. Source: PMTiles Version 3 Specification, Protomaps.
 */
@NullMarked
package org.geoanomaly.gam.formats.pmtiles;

import org.jspecify.annotations.NullMarked;
