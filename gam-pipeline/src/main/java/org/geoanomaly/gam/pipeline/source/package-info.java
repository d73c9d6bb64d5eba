/**
 * Which data exist and where they are on this machine. The <em>catalogue</em> says what a source is, where it is published and under
 * which checksum; a <em>mirror</em> is a directory of files that a user already has; the <em>resolver</em> finds a verified local file for
 * an entry: in a mirror, in the cache, or by a download.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.source;

import org.jspecify.annotations.NullMarked;
