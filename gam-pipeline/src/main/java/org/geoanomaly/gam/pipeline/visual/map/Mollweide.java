package org.geoanomaly.gam.pipeline.visual.map;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/**
 * The Mollweide projection: the globe as an ellipse, true to area. Source: J. P. Snyder, Map Projections – A Working Manual, USGS
 * Professional Paper 1395 (1987), equations 31-1 to 31-8.
 */
final class Mollweide implements FlatGlobe {
    private static final int MOST_STEPS = 50;
    private static final double CLOSE = 1e-12;

    @Override
    public String words() {
        return "Mollweide (equal area)";
    }

    @Override
    public double aspect() {
        return 0.5;
    }

    @Override
    public double height(double lat) {
        return Math.sin(theta(Math.toRadians(lat)));
    }

    /** The auxiliary angle of a latitude, both in radians. */
    private static double theta(double latitude) {
        if (Math.abs(latitude) > Math.PI / 2 - 1e-9) {
            return Math.signum(latitude) * Math.PI / 2;
        }
        double theta = latitude;
        for (int i = 0; i < MOST_STEPS; i++) {
            double step =
                    (2 * theta + Math.sin(2 * theta) - Math.PI * Math.sin(latitude)) / (2 + 2 * Math.cos(2 * theta));
            theta -= step;
            if (Math.abs(step) < CLOSE) {
                break;
            }
        }
        return theta;
    }

    @Override
    public double latitude(double y) {
        double theta = Math.asin(Math.max(-1, Math.min(1, y)));
        return Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, (2 * theta + Math.sin(2 * theta)) / Math.PI))));
    }

    @Override
    public double halfWidth(double y) {
        return Math.sqrt(Math.max(0, 1 - y * y));
    }

    @Override
    public Shape outline(Rectangle2D box) {
        return new Ellipse2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight());
    }
}
