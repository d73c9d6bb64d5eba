/** Sources with few parameters, fitted to line-of-sight displacements, and how well the data know them. */
@NullMarked
package org.geoanomaly.gam.geophysics.deformation.fit;

import org.jspecify.annotations.NullMarked;
