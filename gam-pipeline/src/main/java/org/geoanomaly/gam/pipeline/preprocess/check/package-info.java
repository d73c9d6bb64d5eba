/**
 * Plausibility of what comes in. A value is <em>whole</em> when it is the field itself (gravity, total magnetic intensity) and an <em>anomaly</em>
 * when a reference has been taken off.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.preprocess.check;

import org.jspecify.annotations.NullMarked;
