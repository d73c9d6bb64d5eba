/**
 * Displacement of the surface of a uniform elastic half-space by buried sources. Displacements are (east, north, up) in metres; depths are
 * positive down; relief, if heights are given, counts as varying depth of the source.
 */
@NullMarked
package org.geoanomaly.gam.geophysics.deformation;

import org.jspecify.annotations.NullMarked;
