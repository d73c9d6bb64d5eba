package org.geoanomaly.gam.pipeline.global;

import java.util.Locale;
import java.util.Set;
import org.geoanomaly.gam.geophysics.gravity.NormalGravity;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.stats.ValueRange;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.jspecify.annotations.Nullable;

/**
 * From what a gravity grid holds to an anomaly. Gravity (with the centrifugal part) becomes the gravity disturbance by taking off WGS84 normal
 * gravity at the same latitude and height; anomalies and disturbances stay as they are.
 */
final class GravityReduction {
    /** Names of gravity itself, centrifugal acceleration included, on surfaces of one height. */
    private static final Set<String> GRAVITY = Set.of("gravity", "gravity_ell", "gravity_sa", "observed_gravity");

    private static final Set<String> WITHOUT_ROTATION = Set.of("gravitation", "gravitation_ell");
    private static final Set<String> ON_TERRAIN = Set.of("gravity_earth");
    /** mGal that separate gravity (about 980,000) from any anomaly on Earth. */
    private static final double ANOMALY_LIMIT = 100_000;

    private final String quantity;
    private final @Nullable Double height;
    private final String subject;

    private GravityReduction(String quantity, @Nullable Double height, String subject) {
        this.quantity = quantity;
        this.height = height;
        this.subject = subject;
    }

    static boolean isGravity(String quantity) {
        return GRAVITY.contains(name(quantity));
    }

    private static String name(String quantity) {
        return quantity.trim().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    /**
     * Takes normal gravity off where the quantity asks for it.
     *
     * @param grid gravity or an anomaly in mGal on latitude and longitude
     * @param quantity what the grid holds
     * @param height ellipsoidal height of the values in metres, null if unknown
     * @param subject the input in words, for messages
     * @return an anomaly or disturbance in mGal; the values are changed in place
     */
    static FloatGrid toAnomaly(FloatGrid grid, String quantity, @Nullable Double height, String subject) {
        GravityReduction reduction = of(quantity, height, subject);
        reduction.require(ValueRange.of(grid.values()));
        reduction.apply(grid.geometry(), 0, grid.values());
        return grid;
    }

    /**
     * The reduction that a quantity asks for; refuses quantities that no reduction fits.
     *
     * @param height ellipsoidal height of the values in metres, null if unknown
     */
    static GravityReduction of(String quantity, @Nullable Double height, String subject) {
        String name = name(quantity);
        if (WITHOUT_ROTATION.contains(name)) {
            throw new ConfigurationException(
                    subject + " holds '" + quantity
                            + "', which lacks the centrifugal acceleration, so no normal gravity fits it",
                    "use gravity, gravity_disturbance or gravity_anomaly",
                    null);
        }
        if (ON_TERRAIN.contains(name)) {
            throw new ConfigurationException(
                    subject + " holds '" + quantity + "' on the terrain, at a different height in every cell",
                    "use gravity_disturbance or gravity_anomaly of the same model",
                    null);
        }
        return new GravityReduction(quantity, height, subject);
    }

    /** Refuses values, in mGal before the reduction, that cannot be of the quantity, and gravity at an unknown height. */
    void require(ValueRange range) {
        boolean looksLikeGravity = Math.abs(range.mean()) > ANOMALY_LIMIT;
        if (!isGravity(quantity)) {
            if (looksLikeGravity) {
                throw new PreprocessingException(
                        subject + " is called '" + quantity + "' but its mean is " + Math.round(range.mean())
                                + " mGal, which is gravity itself",
                        "say quantity: gravity and the height of the values",
                        null);
            }
            return;
        }
        if (range.count() > 0 && !looksLikeGravity) {
            throw new PreprocessingException(
                    subject + " is called '" + quantity + "' but its mean is " + range.mean()
                            + " mGal; gravity is near 980000",
                    "say quantity: gravity_anomaly or gravity_disturbance, or check the unit",
                    null);
        }
        if (height == null) {
            throw new ConfigurationException(
                    subject + " holds gravity at a height that neither the file nor the configuration states",
                    "add height: METRES (above the ellipsoid) to the source",
                    null);
        }
    }

    /**
     * Takes normal gravity off some rows in place, unless the quantity is an anomaly or the height is unknown.
     *
     * @param g the whole grid
     * @param firstRow row of the first value
     * @param values whole rows in mGal
     */
    void apply(GridGeometry g, int firstRow, float[] values) {
        if (!isGravity(quantity) || height == null) {
            return;
        }
        double toMilligal = Unit.METRE_PER_SECOND_SQUARED.factorTo(Unit.MILLIGAL);
        for (int row = 0; row < values.length / g.columns(); row++) {
            double latitude = Math.max(-90, Math.min(90, g.y(firstRow + row)));
            double normal = NormalGravity.at(latitude, height) * toMilligal;
            for (int i = row * g.columns(); i < (row + 1) * g.columns(); i++) {
                values[i] = (float) (values[i] - normal);
            }
        }
    }
}
