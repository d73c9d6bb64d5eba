/**
 * Phase and station files of the relocation program hypoDD (Waldhauser 2001, USGS Open-File Report 01-113), in which many local networks
 * hand on their picks.
 */
@NullMarked
package org.geoanomaly.gam.formats.seismic.hypodd;

import org.jspecify.annotations.NullMarked;
