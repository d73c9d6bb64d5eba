/** Physical constants in SI units, each with its source. */
@NullMarked
package org.geoanomaly.gam.geophysics.constants;

import org.jspecify.annotations.NullMarked;
