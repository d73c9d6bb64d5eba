package org.geoanomaly.gam.geophysics.processing;

import org.geoanomaly.gam.geophysics.gravity.NormalGravity;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;

/**
 * Free-air and Bouguer anomalies of many stations, mGal: free-air = gravity − normal gravity at the station; simple Bouguer = free-air − plate of
 * the station's height; complete Bouguer = simple Bouguer + terrain correction. The arrays belong to the holder.
 */
public final class GravityAnomalies {
    private final double[] freeAir;
    private final double[] simpleBouguer;
    private final double[] terrainCorrection;
    private final double[] completeBouguer;

    private GravityAnomalies(double[] freeAir, double[] simpleBouguer, double[] terrainCorrection) {
        this.freeAir = freeAir;
        this.simpleBouguer = simpleBouguer;
        this.terrainCorrection = terrainCorrection;
        this.completeBouguer = new double[freeAir.length];
        for (int i = 0; i < freeAir.length; i++) {
            completeBouguer[i] = simpleBouguer[i] + terrainCorrection[i];
        }
    }

    /**
     * From observed gravity.
     *
     * @param gravity observed, mGal
     * @param latitude geodetic, degrees
     * @param stations in the frame of the elevation model, heights above sea level
     */
    public static GravityAnomalies ofObserved(
            NormalGravity normal,
            double[] gravity,
            double[] latitude,
            ObservationPoints stations,
            TerrainEffect terrain,
            Parallelism parallel) {
        requireSize(gravity, stations);
        requireSize(latitude, stations);
        double[] freeAir = new double[gravity.length];
        for (int i = 0; i < freeAir.length; i++) {
            freeAir[i] = GravityReductions.freeAir(normal, gravity[i], latitude[i], stations.height(i));
        }
        return ofFreeAir(freeAir, stations, terrain, parallel);
    }

    /**
     * From free-air anomalies.
     *
     * @param freeAir mGal; copied
     * @param stations on land, or at sea level; in the frame of the elevation model, heights above sea level
     */
    public static GravityAnomalies ofFreeAir(
            double[] freeAir, ObservationPoints stations, TerrainEffect terrain, Parallelism parallel) {
        requireSize(freeAir, stations);
        double[] simple = new double[freeAir.length];
        for (int i = 0; i < simple.length; i++) {
            simple[i] = freeAir[i]
                    - GravityReductions.bouguerPlate(
                            Math.max(0.0, stations.height(i)), terrain.crustDensity(), terrain.waterDensity());
        }
        return new GravityAnomalies(freeAir.clone(), simple, terrain.correction(stations, parallel));
    }

    private static void requireSize(double[] values, ObservationPoints stations) {
        if (values.length != stations.size()) {
            throw new IllegalArgumentException(values.length + " values for " + stations.size() + " stations");
        }
    }

    public double[] freeAir() {
        return freeAir;
    }

    public double[] simpleBouguer() {
        return simpleBouguer;
    }

    public double[] terrainCorrection() {
        return terrainCorrection;
    }

    public double[] completeBouguer() {
        return completeBouguer;
    }
}
