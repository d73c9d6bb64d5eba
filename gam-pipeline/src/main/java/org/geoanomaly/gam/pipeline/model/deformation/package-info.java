/**
 * From line-of-sight displacements to changes of volume below a tile: cells of a mesh, and Mogi sources for the strongest inflating and
 * deflating bodies.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.model.deformation;

import org.jspecify.annotations.NullMarked;
