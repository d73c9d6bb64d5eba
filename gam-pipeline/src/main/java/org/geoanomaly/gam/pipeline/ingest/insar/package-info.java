/**
 * Products of radar interferometry as scattered displacements along the line of sight. Whatever a product calls positive, values here are
 * displacements <em>toward</em> the satellite, and {@code los_east, los_north, los_up} is the unit vector from the ground to the satellite.
 * Terms: a <em>scene</em> is one product, a <em>track</em> the number of a scene in the order of the configuration.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.ingest.insar;

import org.jspecify.annotations.NullMarked;
