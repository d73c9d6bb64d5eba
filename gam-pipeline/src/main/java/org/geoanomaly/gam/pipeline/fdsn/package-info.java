/**
 * FDSN web services (https://www.fdsn.org/webservices): earthquakes, stations and waveforms by provider. No content (204, 404) is an
 * answer; a request that is too large (413) is halved in time or area until its parts are answered.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.fdsn;

import org.jspecify.annotations.NullMarked;
