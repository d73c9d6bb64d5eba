/**
 * A geographic grid as a pyramid of 256-pixel web tiles in Web Mercator (EPSG:3857). The value of a pixel is the <em>exact area mean in
 * latitude and longitude</em>: each grid cell weighs by the degrees of longitude times the degrees of latitude that it shares with the
 * pixel, cells of no-data are left out, and the pixel is no-data unless at least half of its own area is covered by valid cells. Every
 * zoom is computed from the grid itself, never from another zoom. The highest zoom of a layer of physical values may be <em>exact</em>
 * instead: each pixel has the value of the cell at its centre. A <em>code</em> is the number of 8 or 16 bits that stands for a value
 * in the picture.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.webtile;

import org.jspecify.annotations.NullMarked;
