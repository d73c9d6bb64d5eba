package com.example.muon.rays;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/**
 * The way a muon came, seen from the detector.
 *
 * @param easting of the detector, m
 * @param northing of the detector, m
 * @param height of the detector above sea level, m
 * @param azimuth where the muon came from, degrees clockwise from north
 * @param zenith angle from the vertical, degrees, 0 to below 90
 */
public record LineOfSight(double easting, double northing, double height, double azimuth, double zenith) {
    public LineOfSight {
        if (!(zenith >= 0.0 && zenith < 90.0) || !Double.isFinite(easting + northing + height + azimuth)) {
            throw new IllegalArgumentException("a muon comes from above: zenith " + zenith + ", azimuth " + azimuth);
        }
    }

    /** Eastward part of the unit vector. */
    public double east() {
        return Math.sin(Math.toRadians(zenith)) * Math.sin(Math.toRadians(azimuth));
    }

    /** Northward part. */
    public double north() {
        return Math.sin(Math.toRadians(zenith)) * Math.cos(Math.toRadians(azimuth));
    }

    /** Upward part. */
    public double up() {
        return Math.cos(Math.toRadians(zenith));
    }

    /** Lengths inside the cells that are crossed before a distance, m; cells in the order in which they are met. */
    public Crossings through(RegularMesh mesh, double farthest) {
        double[] at = new double[mesh.nx() + mesh.ny() + mesh.nz() + 5];
        int n = 0;
        at[n++] = 0.0;
        at[n++] = farthest;
        for (int i = 0; i <= mesh.nx(); i++) {
            n = add(at, n, (mesh.west(i) - easting) / east(), farthest);
        }
        for (int j = 0; j <= mesh.ny(); j++) {
            n = add(at, n, (mesh.south(j) - northing) / north(), farthest);
        }
        for (int k = 0; k <= mesh.nz(); k++) {
            n = add(at, n, (mesh.top() - mesh.depth(k) - height) / up(), farthest);
        }
        Arrays.sort(at, 0, n);
        int[] cell = new int[n];
        double[] length = new double[n];
        int found = 0;
        for (int i = 1; i < n; i++) {
            double middle = 0.5 * (at[i] + at[i - 1]);
            int c = mesh.cellAt(easting + middle * east(), northing + middle * north(), height + middle * up());
            if (c >= 0 && at[i] > at[i - 1]) {
                cell[found] = c;
                length[found++] = at[i] - at[i - 1];
            }
        }
        return new Crossings(Arrays.copyOf(cell, found), Arrays.copyOf(length, found));
    }

    private static int add(double[] at, int n, double distance, double farthest) {
        if (distance > 0.0 && distance < farthest) { // false for NaN and infinity of a line along the plane
            at[n] = distance;
            return n + 1;
        }
        return n;
    }

    /** Cells and the length inside each, m. Arrays are not copied. */
    public static final class Crossings {
        private final int[] cell;
        private final double[] length;

        private Crossings(int[] cell, double[] length) {
            this.cell = cell;
            this.length = length;
        }

        public int[] cell() {
            return cell;
        }

        public double[] length() {
            return length;
        }
    }
}
