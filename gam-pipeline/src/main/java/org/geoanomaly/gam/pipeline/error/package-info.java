/** Failures of the process, by stage. */
@NullMarked
package org.geoanomaly.gam.pipeline.error;

import org.jspecify.annotations.NullMarked;
