/** How long work tells the user where it is, without knowing whether a terminal, a log or a test listens. */
@NullMarked
package org.geoanomaly.gam.pipeline.progress;

import org.jspecify.annotations.NullMarked;
