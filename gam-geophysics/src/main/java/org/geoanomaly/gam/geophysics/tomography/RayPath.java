package org.geoanomaly.gam.geophysics.tomography;

import java.util.Arrays;

/** Corners of a ray, easting, northing and depth in turn. Not thread-safe; used again for many rays. */
public final class RayPath {
    private double[] corners = new double[192];
    private int count;

    public void clear() {
        count = 0;
    }

    public void add(double x, double y, double depth) {
        if (3 * count + 3 > corners.length) {
            corners = Arrays.copyOf(corners, 2 * corners.length);
        }
        corners[3 * count] = x;
        corners[3 * count + 1] = y;
        corners[3 * count + 2] = depth;
        count++;
    }

    public int count() {
        return count;
    }

    public double x(int i) {
        return corners[3 * i];
    }

    public double y(int i) {
        return corners[3 * i + 1];
    }

    public double depth(int i) {
        return corners[3 * i + 2];
    }
}
