package org.geoanomaly.gam.geophysics.spherical;

import java.util.concurrent.ExecutorService;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.jspecify.annotations.Nullable;

/**
 * Functionals of one gravity model against one normal field over a range of degrees. Immutable; results do not depend on the number of
 * threads. Degree 0 belongs to the range like any other: with {@code low = 0} the difference of the model's and the ellipsoid's GM
 * stays in, with {@code low = 2} it does not.
 */
public final class GravitySynthesis {
    private final GravityModel model;
    private final NormalField normal;
    private final int low;
    private final int high;

    /**
     * Prepares nothing yet; every call sums anew.
     *
     * @param low least degree used, not negative
     * @param high largest degree used; the model's own if that is lower
     */
    public GravitySynthesis(GravityModel model, NormalField normal, int low, int high) {
        if (low < 0 || high < low) {
            throw new IllegalArgumentException("impossible range of degrees " + low + ".." + high);
        }
        this.model = model;
        this.normal = normal;
        this.low = low;
        this.high = Math.min(high, model.maxDegree());
    }

    /**
     * Values at the cell centres of a geographic grid.
     *
     * @param heights constant or one for each cell. The classical anomaly is on the geoid by definition; a geoid height takes the surface
     *     as topography above sea level for its topographic term
     * @param executor runs the work; not shut down
     * @return row-major, row 0 in the north, in the quantity's unit
     */
    public double[] grid(
            GravityQuantity quantity, GridGeometry grid, EvaluationHeights heights, ExecutorService executor) {
        EvaluationHeights wanted = effective(quantity, heights);
        boolean grounded = wanted.reference() == EvaluationHeights.Reference.GEOID;
        if (grounded && wanted.isConstant() && wanted.at(0) == 0.0) {
            Functional atSea = atSeaLevel(quantity);
            if (atSea != null) {
                return new GridSynthesis(atSea, normal, grid, wanted.feet()).run(executor);
            }
        }
        if (grounded) {
            GroundHeightAnomaly anomaly = GroundHeightAnomaly.of(disturbing(), quantity, wanted);
            EvaluationHeights level = anomaly.at(wanted);
            wanted = level.raised(new GridSynthesis(anomaly, normal, grid, level).run(executor));
        }
        double[] out = new GridSynthesis(functional(quantity, grounded), normal, grid, wanted).run(executor);
        if (quantity == GravityQuantity.GEOID && !heights.isConstant()) {
            for (int i = 0; i < out.length; i++) {
                out[i] += topographicTerm(grid.y(i / grid.columns()), heights.at(i));
            }
        }
        return out;
    }

    /**
     * Values at scattered points, latitudes and longitudes in degrees.
     *
     * @return one value for each point
     */
    public double[] points(
            GravityQuantity quantity,
            double[] latitudes,
            double[] longitudes,
            EvaluationHeights heights,
            ExecutorService executor) {
        EvaluationHeights wanted = effective(quantity, heights);
        boolean grounded = wanted.reference() == EvaluationHeights.Reference.GEOID;
        if (grounded) {
            GroundHeightAnomaly anomaly = GroundHeightAnomaly.of(disturbing(), quantity, wanted);
            EvaluationHeights level = anomaly.at(wanted);
            wanted = level.raised(new PointSynthesis(anomaly, normal, latitudes, longitudes, level).run(executor));
        }
        double[] out =
                new PointSynthesis(functional(quantity, grounded), normal, latitudes, longitudes, wanted).run(executor);
        if (quantity == GravityQuantity.GEOID && !heights.isConstant()) {
            for (int i = 0; i < out.length; i++) {
                out[i] += topographicTerm(latitudes[i], heights.at(i));
            }
        }
        return out;
    }

    private Functional functional(GravityQuantity quantity, boolean grounded) {
        return new GravityFunctional(quantity, model, normal, low, high, grounded);
    }

    /** What needs one synthesis alone at H = 0, or null. */
    private @Nullable Functional atSeaLevel(GravityQuantity quantity) {
        return switch (quantity) {
            case GRAVITY_ANOMALY, GRAVITY_ANOMALY_CL -> SeaLevelFunctional.gravityAnomaly(disturbing());
            case HEIGHT_ANOMALY -> SeaLevelFunctional.heightAnomaly(disturbing());
            default -> null;
        };
    }

    private SolidHarmonics disturbing() {
        return GravityFunctional.disturbing(model, normal, low, high);
    }

    private static EvaluationHeights effective(GravityQuantity quantity, EvaluationHeights heights) {
        return switch (quantity) {
            case GEOID -> EvaluationHeights.constant(0.0, EvaluationHeights.Reference.ELLIPSOID);
            case GRAVITY_ANOMALY_CL -> EvaluationHeights.constant(0.0, EvaluationHeights.Reference.GEOID);
            default -> heights;
        };
    }

    private double topographicTerm(double latitude, double height) {
        LocalPoint at = new LocalPoint(normal);
        at.moveTo(latitude, 0.0);
        return GravityFunctional.topographicGeoid(height, at.normalGravity);
    }
}
