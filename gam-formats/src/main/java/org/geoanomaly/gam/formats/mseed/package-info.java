/** Waveforms in miniSEED 2 (SEED manual 2.4, chapter 8): which channels a file has, when, and where it has gaps. Samples are not decoded. */
@NullMarked
package org.geoanomaly.gam.formats.mseed;

import org.jspecify.annotations.NullMarked;
