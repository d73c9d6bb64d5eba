/**
 * PNG pictures (ISO/IEC 15948), 8 bits a sample, not interlaced. Web tiles want a small, fast and deterministic encoder more than a
 * complete one; a <em>sample</em> is one byte of one channel, a <em>scanline</em> one row of them behind its filter byte.
 */
@NullMarked
package org.geoanomaly.gam.formats.png;

import org.jspecify.annotations.NullMarked;
