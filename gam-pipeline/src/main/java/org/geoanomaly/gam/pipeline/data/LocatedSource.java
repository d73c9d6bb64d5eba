package org.geoanomaly.gam.pipeline.data;

/**
 * A fitted source on the map.
 *
 * @param tile where it was found
 * @param longitude degrees WGS84, −180 to 180
 * @param latitude degrees WGS84
 * @param source its parameters
 */
public record LocatedSource(String tile, double longitude, double latitude, FittedSource source) {}
