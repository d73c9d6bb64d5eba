package org.geoanomaly.gam.geophysics.deformation.los;

import java.util.Arrays;

/** Where to look for noise: far from the strongest deformation. */
public final class FarField {
    private FarField() {}

    /**
     * The half of the data that is farther from the strongest signal than the other half. The signal's place is the mean place of the two
     * hundredths of the data, at least five, that depart most from a plane, weighted by how far.
     *
     * @return indices, ascending
     */
    public static int[] of(double[] easting, double[] northing, double[] value) {
        int n = value.length;
        double[] size = Plane.removed(easting, northing, value);
        for (int i = 0; i < n; i++) {
            size[i] = Math.abs(size[i]);
        }
        double[] sorted = size.clone();
        Arrays.sort(sorted);
        double limit = n == 0 ? 0.0 : sorted[Math.max(0, n - Math.max(5, n / 50))];
        double e = 0;
        double m = 0;
        double w = 0;
        for (int i = 0; i < n; i++) {
            if (size[i] >= limit) {
                e += size[i] * easting[i];
                m += size[i] * northing[i];
                w += size[i];
            }
        }
        double[] distance = new double[n];
        for (int i = 0; i < n; i++) {
            distance[i] = w > 0.0 ? Math.hypot(easting[i] - e / w, northing[i] - m / w) : 0.0;
        }
        double[] order = distance.clone();
        Arrays.sort(order);
        double median = n == 0 ? 0.0 : order[n / 2];
        int[] out = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (distance[i] >= median) {
                out[count++] = i;
            }
        }
        return Arrays.copyOf(out, count);
    }
}
