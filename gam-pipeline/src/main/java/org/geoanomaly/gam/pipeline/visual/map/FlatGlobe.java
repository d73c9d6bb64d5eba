package org.geoanomaly.gam.pipeline.visual.map;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.geoanomaly.gam.pipeline.config.GlobeProjection;

/**
 * The globe on paper with straight, level parallels, each divided evenly. Coordinates run from −1 to 1, x east, y north; the middle of the
 * map is the meridian of Greenwich.
 */
sealed interface FlatGlobe permits Mollweide, Robinson {
    static FlatGlobe of(GlobeProjection projection) {
        return switch (projection) {
            case MOLLWEIDE -> new Mollweide();
            case ROBINSON -> new Robinson();
        };
    }

    /** Name and nature. */
    String words();

    /** Height of the map over its width, true to scale on the equator. */
    double aspect();

    /** Where a latitude lies, both in −90..90 and −1..1. */
    double height(double lat);

    /** The latitude of a height, degrees. */
    double latitude(double y);

    /** Half of the width at a height: |x| at the edge. */
    double halfWidth(double y);

    /**
     * Where a place is seen.
     *
     * @param lon degrees from the middle meridian, −180 to 180
     */
    default double[] place(double lon, double lat) {
        double y = height(lat);
        return new double[] {lon / 180 * halfWidth(y), y};
    }

    /** The edge of the map drawn into a box. */
    default Shape outline(Rectangle2D box) {
        Path2D path = new Path2D.Double();
        for (int side = -1; side <= 1; side += 2) {
            for (double lat = -90; lat <= 90; lat += 0.5) {
                double[] p = place(180 * side, -side * lat);
                double x = box.getCenterX() + p[0] * box.getWidth() / 2;
                double y = box.getCenterY() - p[1] * box.getHeight() / 2;
                if (side < 0 && lat == -90) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
        }
        path.closePath();
        return path;
    }
}
