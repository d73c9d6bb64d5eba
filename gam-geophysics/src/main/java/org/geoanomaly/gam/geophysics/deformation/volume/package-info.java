/** Change of volume in the cells of a mesh from line-of-sight displacements: the linear inverse problem. */
@NullMarked
package org.geoanomaly.gam.geophysics.deformation.volume;

import org.jspecify.annotations.NullMarked;
