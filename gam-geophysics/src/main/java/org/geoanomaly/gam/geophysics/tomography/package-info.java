/**
 * Travel-time tomography: how much faster or slower than a reference the ground is, from arrival times of earthquakes or shots. The unknown is
 * u = ln(s/s₀), the logarithm of slowness against the reference, at the centres of the cells of a mesh; δv/v = e⁻ᵘ − 1. Coordinates are easting,
 * northing and depth below sea level (or height 0) in metres, depth positive down; times in seconds. One time field is computed for each station,
 * by reciprocity; hypocentres are projected out of the equations (Pavlis and Booker 1980).
 */
@NullMarked
package org.geoanomaly.gam.geophysics.tomography;

import org.jspecify.annotations.NullMarked;
