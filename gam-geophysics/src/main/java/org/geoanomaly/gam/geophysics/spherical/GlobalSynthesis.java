package org.geoanomaly.gam.geophysics.spherical;

import java.util.concurrent.ExecutorService;
import org.geoanomaly.gam.geophysics.gravity.Ellipsoid;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.unit.Unit;
import org.jspecify.annotations.Nullable;

/** A model straight to a grid at a constant height above WGS84, as the global job needs it. */
public final class GlobalSynthesis {
    private GlobalSynthesis() {}

    /**
     * A gravity functional on a grid.
     *
     * @param height metres above the reference the quantity counts from: the geoid for the anomalies, else the ellipsoid
     * @param nmin least degree, 0 to keep the zero-degree term
     * @param nmax largest degree; the model's own if that is lower
     */
    public static FloatGrid grid(
            GravityModel model,
            GravityQuantity quantity,
            GridGeometry geometry,
            double height,
            int nmin,
            int nmax,
            ExecutorService executor) {
        EvaluationHeights.Reference reference =
                quantity.aboveGeoid() ? EvaluationHeights.Reference.GEOID : EvaluationHeights.Reference.ELLIPSOID;
        double[] values = new GravitySynthesis(model, NormalField.of(Ellipsoid.WGS84), nmin, nmax)
                .grid(quantity, geometry, EvaluationHeights.constant(height, reference), executor);
        return new FloatGrid(geometry, quantity.unit(), narrowed(values));
    }

    /**
     * A magnetic functional on a grid.
     *
     * @param main the main field for {@link MagneticQuantity#TMI}, or null
     * @param nmin least degree, at least 1
     */
    public static FloatGrid grid(
            MagneticModel model,
            @Nullable MagneticModel main,
            MagneticQuantity quantity,
            GridGeometry geometry,
            double height,
            int nmin,
            int nmax,
            ExecutorService executor) {
        EvaluationHeights heights = EvaluationHeights.constant(height, EvaluationHeights.Reference.ELLIPSOID);
        double[] values = new MagneticSynthesis(model, NormalField.of(Ellipsoid.WGS84), nmin, nmax, main)
                .grid(quantity, geometry, heights, executor);
        return new FloatGrid(geometry, Unit.NANOTESLA, narrowed(values));
    }

    private static float[] narrowed(double[] values) {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) values[i];
        }
        return out;
    }
}
