package org.geoanomaly.gam.pipeline.visual.solid;

import java.awt.geom.Rectangle2D;

/** A perspective view from the south-west and above, fitted into a rectangle of the sheet. */
final class Eye {
    private static final double TURN = -0.62;
    private static final double TILT = 0.45;
    private static final double DISTANCE = 3.2;

    private final double[] from;
    private final double[][] axes;
    private final double[] box;
    private final double scale;
    private final double left;
    private final double top;

    /** Looks at a box of the given edges around the origin; the box fills the rectangle as far as its shape allows. */
    Eye(double[] box, Rectangle2D place) {
        this.box = box.clone();
        double[] back = {Math.cos(TILT) * Math.sin(TURN), -Math.cos(TILT) * Math.cos(TURN), Math.sin(TILT)};
        this.from = new double[] {back[0] * DISTANCE, back[1] * DISTANCE, back[2] * DISTANCE};
        double flat = Math.hypot(back[0], back[1]);
        double[] right = {-back[1] / flat, back[0] / flat, 0};
        double[] up = {
            back[1] * right[2] - back[2] * right[1],
            back[2] * right[0] - back[0] * right[2],
            back[0] * right[1] - back[1] * right[0]
        };
        this.axes = new double[][] {right, up, {-back[0], -back[1], -back[2]}};
        double[] extent = {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int corner = 0; corner < 8; corner++) {
            double[] p = tangents(new double[] {corner & 1, (corner >> 1) & 1, corner >> 2});
            extent[0] = Math.min(extent[0], p[0]);
            extent[1] = Math.max(extent[1], p[0]);
            extent[2] = Math.min(extent[2], p[1]);
            extent[3] = Math.max(extent[3], p[1]);
        }
        this.scale = Math.min(place.getWidth() / (extent[1] - extent[0]), place.getHeight() / (extent[3] - extent[2]));
        this.left = place.getCenterX() - 0.5 * (extent[0] + extent[1]) * scale;
        this.top = place.getCenterY() + 0.5 * (extent[2] + extent[3]) * scale;
    }

    private double[] tangents(double[] share) {
        double[] p = new double[3];
        for (int k = 0; k < 3; k++) {
            p[k] = (share[k] - 0.5) * box[k] - from[k];
        }
        double ahead = dot(p, axes[2]);
        return new double[] {dot(p, axes[0]) / ahead, dot(p, axes[1]) / ahead};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /** Where on the sheet a place of the box is seen, given as shares of its edges. */
    double[] see(double x, double y, double z) {
        double[] t = tangents(new double[] {x, y, z});
        return new double[] {left + t[0] * scale, top - t[1] * scale};
    }

    /** The direction of the ray through a place of the sheet; its length is free. */
    void ray(double x, double y, double[] out) {
        double u = (x - left) / scale;
        double v = (top - y) / scale;
        for (int k = 0; k < 3; k++) {
            out[k] = axes[2][k] + u * axes[0][k] + v * axes[1][k];
        }
    }

    double[] from() {
        return from.clone();
    }

    /** Right, up, ahead. */
    double axis(int which, int component) {
        return axes[which][component];
    }
}
