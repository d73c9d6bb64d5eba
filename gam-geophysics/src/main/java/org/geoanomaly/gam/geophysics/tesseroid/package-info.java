/**
 * Spherical prisms, for regions where a flat earth errs: bounded by meridians, parallels and two spheres. Positions are degrees of longitude and
 * spherical (geocentric) latitude and radii from the centre of the sphere in metres.
 */
@NullMarked
package org.geoanomaly.gam.geophysics.tesseroid;

import org.jspecify.annotations.NullMarked;
