package org.geoanomaly.gam.geophysics.equivalent;

import java.util.List;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;

/**
 * Reduction to the pole by equivalent dipoles (Silva 1986): sources magnetised as the rocks are fitted to the total-field anomaly, and their field is
 * taken for vertical directions. Neither edges nor holes nor uneven heights need filling, as they do for a filter in the wave-number domain, and
 * damping takes the place of a pseudo-inclination. What it cannot do: waves across the magnetic meridian carry an amplitude of sin² of the
 * inclination, so noise in them is amplified by its inverse (33 at 10°), and a mean or a plane of the data has no counterpart at the pole.
 */
public final class PoleReduction {
    private static final int ITERATIONS = 100;

    private PoleReduction() {}

    /** Settings that choose the damping by cross-validation; set the spacing to that of the nodes for stations on a grid. */
    public static SourceSettings settings(LayerKernel.Dipole directions) {
        return new SourceSettings(
                directions, 0, List.of(1.0), List.of(2.0), List.of(1e-6, 1e-4, 1e-2), 2, ITERATIONS, 20_240_229L);
    }

    /**
     * The anomaly at the pole.
     *
     * @param stations total-field anomaly
     * @param settings its kernel is a {@link LayerKernel.Dipole}
     * @param points where the reduced anomaly is wanted, near stations
     * @throws IllegalArgumentException for another kernel
     */
    public static double[] reduce(
            Stations stations,
            SourceSettings settings,
            ObservationPoints points,
            Parallelism parallel,
            FitMonitor monitor) {
        if (!(settings.kernel() instanceof LayerKernel.Dipole)) {
            throw new IllegalArgumentException("a reduction to the pole needs dipoles, not " + settings.kernel());
        }
        return EquivalentSources.fit(stations, settings, parallel, monitor)
                .predict(points, LayerKernel.Dipole.atPole(), parallel);
    }
}
