package org.geoanomaly.gam.geophysics.processing;

import org.geoanomaly.gam.geophysics.constants.PhysicalConstants;
import org.geoanomaly.gam.geophysics.gravity.NormalGravity;

/** Reductions of gravity at a station, all in mGal. */
public final class GravityReductions {
    /** Usual density of rock for a Bouguer reduction, kg/m³. */
    public static final double CRUST_DENSITY = 2670.0;

    /** Density of sea water, kg/m³. */
    public static final double SEA_WATER_DENSITY = 1030.0;

    private GravityReductions() {}

    /**
     * Gravity less normal gravity at the station itself: the gravity disturbance for an ellipsoidal height, the free-air anomaly for a height
     * above the geoid.
     *
     * @param gravity observed, mGal
     * @param latitude geodetic, degrees
     * @param height m
     */
    public static double freeAir(NormalGravity normal, double gravity, double latitude, double height) {
        return gravity - normal.value(latitude, height) / PhysicalConstants.MILLIGAL;
    }

    /**
     * Attraction of an infinite plate: 2πGρh of rock for a height above sea level; under the sea the missing rock below a negative height,
     * which is a negative attraction.
     *
     * @param height of the ground above sea level, m; negative for the sea floor
     * @param crust density, kg/m³
     * @param water density, kg/m³
     */
    public static double bouguerPlate(double height, double crust, double water) {
        double density = height >= 0 ? crust : crust - water;
        return 2.0 * Math.PI * PhysicalConstants.GRAVITATIONAL_CONSTANT * density * height / PhysicalConstants.MILLIGAL;
    }

    /** The simple Bouguer anomaly: free-air anomaly less the plate. */
    public static double simpleBouguer(double freeAir, double height) {
        return freeAir - bouguerPlate(height, CRUST_DENSITY, SEA_WATER_DENSITY);
    }
}
