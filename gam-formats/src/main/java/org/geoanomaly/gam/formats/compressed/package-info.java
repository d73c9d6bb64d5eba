/** Opens what was compressed or archived: gzip, xz, zip and tar, with limits on size and ratio so that a small file cannot fill a disk. */
@NullMarked
package org.geoanomaly.gam.formats.compressed;

import org.jspecify.annotations.NullMarked;
