package org.geoanomaly.gam.geophysics.spherical;

import java.util.concurrent.ExecutorService;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.jspecify.annotations.Nullable;

/**
 * Components, intensity and total-field anomaly of a magnetic model over a range of degrees, nT. Immutable; results do not depend on the
 * number of threads. Heights are ellipsoidal: the 100 m between geoid and ellipsoid do not matter to models whose shortest wavelength is 200 km.
 */
public final class MagneticSynthesis {
    private final MagneticModel model;
    private final NormalField reference;
    private final int low;
    private final int high;
    private final @Nullable MagneticModel main;

    /**
     * Prepares nothing yet; every call sums anew.
     *
     * @param reference whose surface heights count from
     * @param low least degree used, at least 1
     * @param high largest degree used; the model's own if that is lower
     * @param main the main field for total-field anomalies, or null
     */
    public MagneticSynthesis(
            MagneticModel model, NormalField reference, int low, int high, @Nullable MagneticModel main) {
        if (low < 1 || high < low) {
            throw new IllegalArgumentException("impossible range of degrees " + low + ".." + high);
        }
        this.model = model;
        this.reference = reference;
        this.low = low;
        this.high = Math.min(high, model.maxDegree());
        this.main = main;
    }

    /** Values at the cell centres of a geographic grid, row-major, row 0 in the north. */
    public double[] grid(
            MagneticQuantity quantity, GridGeometry grid, EvaluationHeights heights, ExecutorService executor) {
        return new GridSynthesis(functional(quantity), reference, grid, heights).run(executor);
    }

    /** Values at scattered points, latitudes and longitudes in degrees. */
    public double[] points(
            MagneticQuantity quantity,
            double[] latitudes,
            double[] longitudes,
            EvaluationHeights heights,
            ExecutorService executor) {
        return new PointSynthesis(functional(quantity), reference, latitudes, longitudes, heights).run(executor);
    }

    private Functional functional(MagneticQuantity quantity) {
        return new MagneticFunctional(quantity, model.banded(low, high), main);
    }
}
