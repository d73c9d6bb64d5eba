package org.geoanomaly.gam.formats.pmtiles;

/** A place in units of 1e-7 degrees, as the file holds it. */
public record Position(int longitudeE7, int latitudeE7) {
    public static Position ofDegrees(double longitude, double latitude) {
        return new Position((int) Math.round(longitude * 1e7), (int) Math.round(latitude * 1e7));
    }

    public double longitude() {
        return longitudeE7 / 1e7;
    }

    public double latitude() {
        return latitudeE7 / 1e7;
    }
}
