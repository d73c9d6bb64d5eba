/**
 * Normal gravity of a reference ellipsoid: the field that a gravity disturbance is measured against. Latitudes are geodetic degrees,
 * heights are metres above the ellipsoid, gravity is in m/s² and positive down.
 */
@NullMarked
package org.geoanomaly.gam.geophysics.gravity;

import org.jspecify.annotations.NullMarked;
