/**
 * The viewer folder: a static site that shows an archive of web tiles on a globe or a flat map. The <em>assets</em> (page, scripts, vendored
 * libraries, coastlines) are class-path resources and the same for every product; what differs is in {@code data/}. To publish, copy the
 * folder to any static host that answers Range requests; the page asks nothing of any other host.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.visual.site;

import org.jspecify.annotations.NullMarked;
