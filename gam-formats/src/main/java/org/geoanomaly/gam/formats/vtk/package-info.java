/** VTK's XML files, for models to be seen in ParaView and the like. */
@NullMarked
package org.geoanomaly.gam.formats.vtk;

import org.jspecify.annotations.NullMarked;
