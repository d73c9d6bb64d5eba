package org.geoanomaly.gam.geophysics.processing;

import java.util.function.IntFunction;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.spherical.MainField;
import org.geoanomaly.gam.geophysics.spherical.MainFieldVector;

/** Reductions of total-field magnetic observations. */
public final class MagneticReductions {
    private MagneticReductions() {}

    /**
     * Total-field anomalies: observed intensity less that of the main field, such as the IGRF, at the same place and date.
     *
     * @param observed intensity, nT
     * @param latitude geodetic degrees
     * @param longitude degrees
     * @param height metres above the ellipsoid
     * @param field main field on the date of a station, by its number; one field for all if they are of one date
     * @return nT
     */
    public static double[] removeMainField(
            double[] observed,
            double[] latitude,
            double[] longitude,
            double[] height,
            IntFunction<MainField> field,
            Parallelism parallel) {
        int n = observed.length;
        if (latitude.length != n || longitude.length != n || height.length != n) {
            throw new IllegalArgumentException("coordinates and values differ in length: " + n + ", " + latitude.length
                    + ", " + longitude.length + ", " + height.length);
        }
        double[] out = new double[n];
        parallel.run(n, () -> i -> {
            MainFieldVector b = field.apply(i).at(latitude[i], longitude[i], height[i]);
            out[i] = observed[i] - b.intensity();
        });
        return out;
    }
}
