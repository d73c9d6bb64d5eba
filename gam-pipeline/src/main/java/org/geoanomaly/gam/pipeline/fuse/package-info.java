/** Makes one model of those of several modalities. */
@NullMarked
package org.geoanomaly.gam.pipeline.fuse;

import org.jspecify.annotations.NullMarked;
