/**
 * Magnetic potential models: the {@code .shc} files of ESA Swarm, DTU and the IGRF with coefficients at one or more epochs, and the {@code
 * .cof} files of the World Magnetic Model with secular variation. Coefficients are Schmidt semi-normalised, nT, reference radius 6371.2 km.
 */
@NullMarked
package org.geoanomaly.gam.formats.shc;

import org.jspecify.annotations.NullMarked;
