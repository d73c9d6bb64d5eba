package org.geoanomaly.gam.geophysics.tesseroid;

import org.geoanomaly.gam.geophysics.prism.PrismIntegrals;
import org.geoanomaly.gam.geophysics.quadrature.GaussLegendre;

/**
 * The integral V = ∫ dv / r over a tesseroid and its derivatives, by Gauss–Legendre quadrature with as many parts and nodes as the distance
 * asks (the adaptive discretisation of Uieda, Barbosa and Braitenberg 2016, "Tesseroids: Forward-modeling gravitational fields in spherical
 * coordinates", Geophysics 81, with the order of each part following from its distance-to-size ratio). A part is halved along its
 * longest sides until the point is {@value #RATIO} times its size away; parts that hold or touch the point are left after {@value #MAX_DEPTH}
 * halvings. From 1 km above the body the relative error of V and its gradient is below 1e-8, of the second derivatives below 1e-5.
 */
public final class TesseroidField {
    private static final double RATIO = 1.5;
    private static final int MAX_DEPTH = 40;

    private final double[] direction;
    private final double[] eastward;
    private final double[] northward;
    private final double radius;
    private final double[] sum = new double[PrismIntegrals.COUNT];

    private TesseroidField(double longitude, double latitude, double radius) {
        double lon = Math.toRadians(longitude);
        double lat = Math.toRadians(latitude);
        this.direction = unit(lon, lat);
        this.eastward = new double[] {-Math.sin(lon), Math.cos(lon), 0.0};
        this.northward = new double[] {-Math.sin(lat) * Math.cos(lon), -Math.sin(lat) * Math.sin(lon), Math.cos(lat)};
        this.radius = radius;
    }

    /**
     * V in m², its gradient in m and its Hessian, in the order of {@link PrismIntegrals} and the local axes east, north, up of the point;
     * multiply by Gρ for potential, attraction and gradients.
     *
     * @param longitude degrees
     * @param latitude geocentric degrees
     * @param radius of the point, m
     */
    public static double[] at(Tesseroid body, double longitude, double latitude, double radius) {
        TesseroidField point = new TesseroidField(longitude, latitude, radius);
        double[] part = {
            Math.toRadians(body.west()),
            Math.toRadians(body.south()),
            body.bottom(),
            Math.toRadians(body.east()),
            Math.toRadians(body.north()),
            body.top()
        };
        point.add(part, 0);
        return point.sum;
    }

    private void add(double[] part, int depth) {
        double middleLatitude = 0.5 * (part[1] + part[4]);
        double middleRadius = 0.5 * (part[2] + part[5]);
        double cosine = Math.cos(Math.max(0.0, Math.min(Math.abs(part[1]), Math.abs(part[4]))));
        if (part[1] < 0.0 && part[4] > 0.0) {
            cosine = 1.0;
        }
        double[] size = {(part[3] - part[0]) * cosine * part[5], (part[4] - part[1]) * part[5], part[5] - part[2]};
        double[] middle = unit(0.5 * (part[0] + part[3]), middleLatitude);
        double distance = 0.0;
        for (int i = 0; i < 3; i++) {
            double d = middleRadius * middle[i] - radius * direction[i];
            distance += d * d;
        }
        distance = Math.sqrt(distance);
        int axis = size[0] >= size[1] ? 0 : 1;
        axis = size[2] > size[axis] ? 2 : axis;
        boolean wide = part[3] - part[0] > 0.5 || part[4] - part[1] > 0.5;
        if (((wide && axis < 2) || distance < RATIO * size[axis]) && depth < MAX_DEPTH) {
            double cut = 0.5 * (part[axis] + part[axis + 3]);
            double[] lower = part.clone();
            lower[axis + 3] = cut;
            double[] upper = part.clone();
            upper[axis] = cut;
            add(lower, depth + 1);
            add(upper, depth + 1);
            return;
        }
        addQuadrature(part, order(distance, size[0]), order(distance, size[1]), order(distance, size[2]));
    }

    /** Nodes along a side for a relative error of about 1e-9: the error falls as (4 distance / side)^(−2n). */
    private static int order(double distance, double side) {
        double ratio = Math.log(Math.max(4.0, 3.5 * distance / side));
        return (int) Math.max(2.0, Math.ceil(10.5 / ratio));
    }

    private void addQuadrature(double[] part, int nLon, int nLat, int nRadius) {
        GaussLegendre lonRule = GaussLegendre.ofOrder(nLon);
        GaussLegendre latRule = GaussLegendre.ofOrder(nLat);
        GaussLegendre radiusRule = GaussLegendre.ofOrder(nRadius);
        double scale = 0.125 * (part[3] - part[0]) * (part[4] - part[1]) * (part[5] - part[2]);
        for (int j = 0; j < nLat; j++) {
            double lat = 0.5 * (part[1] + part[4]) + 0.5 * (part[4] - part[1]) * latRule.node(j);
            double wLat = scale * latRule.weight(j) * Math.cos(lat);
            for (int i = 0; i < nLon; i++) {
                double lon = 0.5 * (part[0] + part[3]) + 0.5 * (part[3] - part[0]) * lonRule.node(i);
                double[] u = unit(lon, lat);
                double e = dot(u, eastward);
                double n = dot(u, northward);
                double up = dot(u, direction);
                for (int k = 0; k < nRadius; k++) {
                    double r = 0.5 * (part[2] + part[5]) + 0.5 * (part[5] - part[2]) * radiusRule.node(k);
                    double weight = wLat * lonRule.weight(i) * radiusRule.weight(k) * r * r;
                    PrismIntegrals.addPoint(r * e, r * n, r * up - radius, weight, sum);
                }
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] unit(double lon, double lat) {
        return new double[] {Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)};
    }
}
