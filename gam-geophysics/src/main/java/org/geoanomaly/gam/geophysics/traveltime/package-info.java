/**
 * First-arrival travel times in three dimensions: the eikonal equation on a node grid, Cartesian (metres) or spherical (degrees), rays down
 * the gradient of the time, and the rows of the Fréchet matrix of a tomography. A field is solved for one source at a time; by reciprocity
 * the source may be a station, and then the gradient at a hypocentre is the derivative of the time with the hypocentre's place. Coordinates
 * are always (x, y, z): x east, y north, z the depth, positive down. What is made here does not change afterwards and is safe for any
 * number of threads, unless it says otherwise; threads are the caller's.
 */
@NullMarked
package org.geoanomaly.gam.geophysics.traveltime;

import org.jspecify.annotations.NullMarked;
