/**
 * Displacement of the surface of a uniform elastic half-space by buried sources. Displacements are (east, north, up) in metres; depths are
 * positive down; the relief of the surface is neglected.
 */
@NullMarked
package org.geoanomaly.gam.geophysics.deformation;

import org.jspecify.annotations.NullMarked;
