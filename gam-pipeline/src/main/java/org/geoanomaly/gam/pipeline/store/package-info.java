/**
 * How products reach the disk: atomic replacement, checksums, one run in a directory at a time, and the one time stamp of a run. A
 * <em>product</em> is any file a user keeps; nothing here knows what is inside.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.store;

import org.jspecify.annotations.NullMarked;
