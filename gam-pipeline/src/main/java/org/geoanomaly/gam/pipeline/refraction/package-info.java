/**
 * First arrivals along a refraction profile to a section of velocity: distance along the profile and height in metres, times in seconds, velocity
 * in km/s. The ground is two-dimensional: nothing changes across the profile.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.refraction;

import org.jspecify.annotations.NullMarked;
