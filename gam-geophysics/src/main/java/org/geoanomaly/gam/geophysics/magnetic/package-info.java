/** Magnetic directions and the ambient field: inclination is positive down, declination positive east, vectors are (east, north, up). */
@NullMarked
package org.geoanomaly.gam.geophysics.magnetic;

import org.jspecify.annotations.NullMarked;
