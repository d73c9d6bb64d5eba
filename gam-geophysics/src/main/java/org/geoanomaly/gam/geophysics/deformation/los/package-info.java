/**
 * Line-of-sight displacements and their noise: how they are thinned out, how their errors are correlated, what belongs to the orbit and the
 * air rather than to the ground, and what two looks say of the motion east and up. A <em>track</em> is a scene or a stack of scenes with one
 * look: its noise is correlated, and it has its own offset and ramp. Metres; displacements are positive toward the satellite.
 */
@NullMarked
package org.geoanomaly.gam.geophysics.deformation.los;

import org.jspecify.annotations.NullMarked;
