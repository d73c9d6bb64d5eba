package org.geoanomaly.gam.geophysics.spherical;

import org.jspecify.annotations.Nullable;

/**
 * A position and the normal field there; one for each thread, moved from point to point. The normal field is computed again only when
 * latitude or height change, so along a parallel of constant height it costs nothing.
 */
final class LocalPoint {
    private final NormalField normal;
    private final boolean radial;
    private @Nullable NormalProfile profile;
    private double latitude = Double.NaN;

    double sinLatitude;
    double cosLatitude;
    double sinLongitude;
    double cosLongitude;
    double height = Double.NaN;
    /** Height above the geoid if that is what was given, and so the height of the telluroid above the ellipsoid; else NaN. */
    double ground = Double.NaN;

    double radius;
    double sinGeocentric;
    double cosGeocentric;
    double axisDistance;
    double normalNorth;
    double normalUp;
    double normalGravity;
    double normalPotential;

    /** A point whose heights are measured along the ellipsoid's normal. */
    LocalPoint(NormalField normal) {
        this(normal, false);
    }

    /**
     * @param radial whether heights are measured along the geocentric radius of the foot point on the ellipsoid instead of along the normal
     */
    LocalPoint(NormalField normal, boolean radial) {
        this.normal = normal;
        this.radial = radial;
    }

    NormalField normal() {
        return normal;
    }

    void moveTo(double latitudeDeg, double ellipsoidalHeight) {
        if (latitudeDeg == latitude && ellipsoidalHeight == height) {
            return;
        }
        if (latitudeDeg != latitude) {
            double phi = Math.toRadians(latitudeDeg);
            sinLatitude = Math.sin(phi);
            cosLatitude = Math.abs(latitudeDeg) == 90.0 ? 0.0 : Math.cos(phi);
            latitude = latitudeDeg;
            profile = null;
        }
        lift(ellipsoidalHeight);
    }

    /** Moves along the same latitude. */
    void lift(double ellipsoidalHeight) {
        place(ellipsoidalHeight);
        if (profile != null && profile.covers(ellipsoidalHeight)) {
            profile.fill(ellipsoidalHeight, this);
        } else {
            normal.fill(this);
        }
    }

    /** Makes moves between two heights at one latitude cheap. */
    void prepare(double latitudeDeg, double low, double high) {
        moveTo(latitudeDeg, low);
        profile = new NormalProfile(this, low, high);
        height = Double.NaN;
    }

    void place(double h) {
        height = h;
        double e2 = normal.eccentricitySquared();
        double prime = normal.semimajorAxis() / Math.sqrt(1.0 - e2 * sinLatitude * sinLatitude);
        double normalHeight = radial ? 0.0 : h;
        axisDistance = (prime + normalHeight) * cosLatitude;
        double z = (prime * (1.0 - e2) + normalHeight) * sinLatitude;
        radius = Math.sqrt(axisDistance * axisDistance + z * z);
        sinGeocentric = z / radius;
        cosGeocentric = axisDistance / radius;
        if (radial) {
            radius += h;
            axisDistance = radius * cosGeocentric;
        }
    }

    /** Normal gravity at another height above or below this point; the point stays where it is. */
    double normalGravityAt(double ellipsoidalHeight) {
        if (ellipsoidalHeight == height) {
            return normalGravity;
        }
        if (profile != null && profile.covers(ellipsoidalHeight)) {
            return profile.gravity(ellipsoidalHeight);
        }
        double here = height;
        place(ellipsoidalHeight);
        normal.fill(this);
        double there = normalGravity;
        place(here);
        normal.fill(this);
        return there;
    }

    void longitude(double sine, double cosine) {
        sinLongitude = sine;
        cosLongitude = cosine;
    }

    /** The east component of an Earth-fixed vector. */
    double east(double x, double y) {
        return -sinLongitude * x + cosLongitude * y;
    }

    /** The north component, along the geodetic meridian. */
    double north(double x, double y, double z) {
        return -sinLatitude * (cosLongitude * x + sinLongitude * y) + cosLatitude * z;
    }

    /** The component along the outer ellipsoid normal. */
    double up(double x, double y, double z) {
        return cosLatitude * (cosLongitude * x + sinLongitude * y) + sinLatitude * z;
    }
}
