package org.geoanomaly.gam.geophysics.tesseroid;

/**
 * A spherical prism. Longitudes and latitudes are degrees, radii metres.
 *
 * @param east greater than west, at most 360 more
 */
public record Tesseroid(double west, double east, double south, double north, double bottom, double top) {
    public Tesseroid {
        if (!(west < east) || !(east - west <= 360) || !Double.isFinite(west)) {
            throw new IllegalArgumentException(
                    "a tesseroid needs west < east <= west + 360: west = " + west + ", east = " + east);
        }
        if (!(south < north) || !(south >= -90) || !(north <= 90)) {
            throw new IllegalArgumentException(
                    "a tesseroid needs -90 <= south < north <= 90: south = " + south + ", north = " + north);
        }
        if (!(bottom >= 0) || !(bottom < top) || !Double.isFinite(top)) {
            throw new IllegalArgumentException(
                    "a tesseroid needs radii 0 <= bottom < top: bottom = " + bottom + ", top = " + top);
        }
    }

    /** Volume, m³. */
    public double volume() {
        double meanLatitude = Math.toRadians(0.5 * (south + north));
        double sines = 2.0 * Math.cos(meanLatitude) * Math.sin(Math.toRadians(0.5 * (north - south)));
        double cubes = (top - bottom) * (top * top + top * bottom + bottom * bottom) / 3.0;
        return Math.toRadians(east - west) * sines * cubes;
    }
}
