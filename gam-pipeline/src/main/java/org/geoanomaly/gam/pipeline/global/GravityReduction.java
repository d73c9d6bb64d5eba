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

    private GravityReduction() {}

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
        ValueRange range = ValueRange.of(grid.values());
        boolean looksLikeGravity = Math.abs(range.mean()) > ANOMALY_LIMIT;
        if (!GRAVITY.contains(name)) {
            if (looksLikeGravity) {
                throw new PreprocessingException(
                        subject + " is called '" + quantity + "' but its mean is " + Math.round(range.mean())
                                + " mGal, which is gravity itself",
                        "say quantity: gravity and the height of the values",
                        null);
            }
            return grid;
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
        return minusNormal(grid, height);
    }

    private static FloatGrid minusNormal(FloatGrid grid, double height) {
        GridGeometry g = grid.geometry();
        double toMilligal = Unit.METRE_PER_SECOND_SQUARED.factorTo(Unit.MILLIGAL);
        for (int row = 0; row < g.rows(); row++) {
            double latitude = Math.max(-90, Math.min(90, g.y(row)));
            double normal = NormalGravity.at(latitude, height) * toMilligal;
            for (int i = row * g.columns(); i < (row + 1) * g.columns(); i++) {
                grid.values()[i] = (float) (grid.values()[i] - normal);
            }
        }
        return grid;
    }
}
