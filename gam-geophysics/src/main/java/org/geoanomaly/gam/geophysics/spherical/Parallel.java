package org.geoanomaly.gam.geophysics.spherical;

/**
 * One latitude north or south of the equator, with the grid rows that lie on it: a row and its mirror image share Legendre functions.
 *
 * @param latitude absolute geodetic latitude, 0…90
 * @param north the row in the north, or −1
 * @param south the row in the south, or −1
 * @param levels heights at which the parallel is synthesised
 */
record Parallel(double latitude, int north, int south, HeightLevels levels) {}
