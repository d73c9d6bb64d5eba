package org.geoanomaly.gam.pipeline.visual.solid;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;

/** Follows a ray for each pixel through a solid until it meets a body, a slice or a wall behind. */
final class RayPainter {
    private static final int WHITE = 0xffffff;
    private static final int WALL = 0xf3f5f7;
    private static final int GRID = 0xd3dae0;
    private static final int EDGE = 0x6b7885;
    private static final int NO_DATA = 0xc9ced3;
    private static final int STEPS = 230;
    private static final int HALVINGS = 7;
    private static final double FLOOR_SHARE = 0.5;

    private final Solid solid;
    private final Eye eye;
    private final ColorScale colors;
    private final double[] levels;
    private final double[] planes;
    private final double[][] ticks;
    private final double[] box;
    private final double[] from;

    /**
     * A painter.
     *
     * @param levels bodies lie above the first and below the second value
     * @param planes slices across x and y as shares of the box; none if empty
     * @param ticks shares of the box along x, y, z where walls have lines
     */
    RayPainter(Solid solid, Eye eye, ColorScale colors, double[] levels, double[] planes, double[][] ticks) {
        this.solid = solid;
        this.eye = eye;
        this.colors = colors;
        this.levels = levels.clone();
        this.planes = planes.clone();
        this.ticks = ticks.clone();
        this.box = solid.box();
        this.from = eye.from();
    }

    BufferedImage paint(Rectangle2D place, int columns, int rows) {
        BufferedImage picture = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        double[] ray = new double[3];
        for (int row = 0; row < rows; row++) {
            double y = place.getY() + (row + 0.5) / rows * place.getHeight();
            for (int column = 0; column < columns; column++) {
                eye.ray(place.getX() + (column + 0.5) / columns * place.getWidth(), y, ray);
                pixels[row * columns + column] = pixel(ray);
            }
        }
        return picture;
    }

    private int pixel(double[] ray) {
        double start = 0;
        double end = Double.POSITIVE_INFINITY;
        int wall = -1;
        for (int k = 0; k < 3; k++) {
            double a = (-0.5 * box[k] - from[k]) / ray[k];
            double b = (0.5 * box[k] - from[k]) / ray[k];
            start = Math.max(start, Math.min(a, b));
            if (Math.max(a, b) < end) {
                end = Math.max(a, b);
                wall = k;
            }
        }
        if (!(end > start)) {
            return WHITE;
        }
        double stop = end;
        int plane = -1;
        for (int k = 0; k < planes.length; k++) {
            double t = ((planes[k] - 0.5) * box[k] - from[k]) / ray[k];
            if (t > start && t < stop) {
                stop = t;
                plane = k;
            }
        }
        double[] p = new double[3];
        if (planes.length == 0) {
            int body = march(ray, start, stop, p);
            if (body >= 0) {
                return body;
            }
        }
        place(ray, stop, p);
        if (plane < 0) {
            return wall(p, wall);
        }
        return solid.hole(p[0], p[1], p[2]) ? NO_DATA : colors.rgb(solid.at(p[0], p[1], p[2])) & WHITE;
    }

    private void place(double[] ray, double t, double[] p) {
        for (int k = 0; k < 3; k++) {
            p[k] = (from[k] + t * ray[k]) / box[k] + 0.5;
        }
    }

    private int beyond(double[] p) {
        float v = solid.at(p[0], p[1], p[2]);
        return v > levels[0] ? 1 : v < levels[1] ? -1 : 0;
    }

    /** The colour of the first body on the way, −1 if there is none. */
    private int march(double[] ray, double start, double stop, double[] p) {
        double stride = 1.6 / STEPS;
        double length = Math.sqrt(dot(ray, ray));
        double step = stride / length;
        int steps = (int) Math.ceil((stop - start) / step);
        for (int i = 0; i <= steps; i++) {
            double t = Math.min(stop, start + i * step);
            place(ray, t, p);
            int side = beyond(p);
            if (side != 0) {
                return surface(ray, Math.max(start, t - step), t, side, p);
            }
        }
        return -1;
    }

    /** The colour of the surface that is met between two lengths of a ray. */
    private int surface(double[] ray, double before, double behind, int side, double[] p) {
        double low = before;
        double high = behind;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            place(ray, middle, p);
            if (beyond(p) == side) {
                high = middle;
            } else {
                low = middle;
            }
        }
        place(ray, high, p);
        return body(p, ray, side);
    }

    private int body(double[] p, double[] ray, int side) {
        double[] cell = solid.cell();
        double[] normal = new double[3];
        boolean cut = false;
        for (int k = 0; k < 3; k++) {
            double e = 1.25 * cell[k];
            double[] q = p.clone();
            q[k] = p[k] + e;
            double more = solid.at(q[0], q[1], q[2]);
            q[k] = p[k] - e;
            normal[k] = -side * (more - solid.at(q[0], q[1], q[2])) / (e * box[k]);
            cut |= p[k] < 0.003 || p[k] > 0.997;
        }
        int base = colors.rgb(cut ? solid.at(p[0], p[1], p[2]) : shown(side)) & WHITE;
        double size = Math.sqrt(dot(normal, normal));
        if (cut || size < 1e-9) {
            return base;
        }
        double distance = Math.sqrt(dot(ray, ray));
        double[] light = new double[3];
        double[] toEye = new double[3];
        for (int k = 0; k < 3; k++) {
            normal[k] /= size;
            light[k] = -0.5 * eye.axis(0, k) + 0.75 * eye.axis(1, k) - 0.6 * eye.axis(2, k);
            toEye[k] = -ray[k] / distance;
        }
        double strength = Math.sqrt(dot(light, light));
        double facing = dot(normal, light) / strength;
        double mirrored = 2 * facing * dot(normal, toEye) - dot(light, toEye) / strength;
        double glint = 46 * Math.pow(Math.max(0, mirrored), 24);
        return shade(base, 0.6 + 0.5 * Math.max(0, facing), glint);
    }

    /** The colour of a surface: a little beyond its level, so that weak and strong models look alike. */
    private double shown(int side) {
        double level = side > 0 ? levels[0] : levels[1];
        return level + 0.35 * (side * solid.limit() - level);
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static int shade(int rgb, double factor, double glint) {
        int out = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double c = ((rgb >> shift) & 0xff) * factor + glint;
            out = (out << 8) | (int) Math.max(0, Math.min(255, Math.round(c)));
        }
        return out;
    }

    /** Walls have lines; the floor is a pale map of what lies above it. */
    private int wall(double[] p, int axis) {
        for (int k = 0; k < 3; k++) {
            double width = 0.0022 / box[k];
            if (k != axis && Math.min(p[k], 1 - p[k]) < 0.5 * width) {
                return EDGE;
            }
            for (double tick : k == axis ? new double[0] : ticks[k]) {
                if (Math.abs(p[k] - tick) < 0.5 * width) {
                    return GRID;
                }
            }
        }
        if (axis != 2) {
            return WALL;
        }
        int map = colors.rgb(solid.extreme(p[0], p[1])) & WHITE;
        int out = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double c = FLOOR_SHARE * ((map >> shift) & 0xff) + (1 - FLOOR_SHARE) * 255;
            out = (out << 8) | (int) Math.round(c);
        }
        return out;
    }
}
