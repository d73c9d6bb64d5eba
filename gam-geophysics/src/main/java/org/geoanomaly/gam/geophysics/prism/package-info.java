/** The right rectangular prism: the integral of 1/r over it with all first and second derivatives, from which gravity and magnetics follow. */
@NullMarked
package org.geoanomaly.gam.geophysics.prism;

import org.jspecify.annotations.NullMarked;
