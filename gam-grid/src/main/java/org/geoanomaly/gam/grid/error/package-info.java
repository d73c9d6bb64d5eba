/** The root of every failure a user can cause: one sentence that says what, where and how to mend it. */
@NullMarked
package org.geoanomaly.gam.grid.error;

import org.jspecify.annotations.NullMarked;
