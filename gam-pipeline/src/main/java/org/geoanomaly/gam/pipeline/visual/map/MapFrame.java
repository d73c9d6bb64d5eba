package org.geoanomaly.gam.pipeline.visual.map;

import java.awt.geom.Rectangle2D;

/** Where an extent lies on the sheet: equirectangular, true to scale at the middle latitude. */
record MapFrame(Extent extent, Rectangle2D box) {
    /** The largest frame that fits below {@code top} and between left and right, in the middle of them. */
    static MapFrame fit(Extent extent, double left, double top, double width, double maxHeight) {
        double w = Math.min(width, maxHeight / extent.aspect());
        double h = Math.max(60, w * extent.aspect());
        double x = Math.rint(left + (width - w) / 2);
        return new MapFrame(extent, new Rectangle2D.Double(x, top, Math.rint(w), Math.rint(h)));
    }

    double x(double longitude) {
        return box.getX() + (longitude - extent.west()) / extent.width() * box.getWidth();
    }

    double y(double latitude) {
        return box.getY() + (extent.north() - latitude) / extent.height() * box.getHeight();
    }

    double bottom() {
        return box.getMaxY();
    }

    /** The same map elsewhere. */
    MapFrame at(double x, double y) {
        return new MapFrame(extent, new Rectangle2D.Double(x, y, box.getWidth(), box.getHeight()));
    }
}
