/** Bodies with density and magnetisation, and the gravity and magnetic field of a list of them. Axes are east, north, up in metres. */
@NullMarked
package org.geoanomaly.gam.geophysics.body;

import org.jspecify.annotations.NullMarked;
