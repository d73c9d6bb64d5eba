package org.geoanomaly.gam.geophysics.processing;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.constants.PhysicalConstants;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.prism.PrismIntegrals;

/**
 * Attraction of the topography itself, a prism for each cell of an elevation model: rock between sea level and the ground, and under the sea the
 * rock that water replaces, as a negative density. The complete Bouguer anomaly is the free-air anomaly less this.
 */
public final class TerrainEffect {
    private final Lattice lattice;
    private final double west;
    private final double south;
    private final double[] elevation;
    private final double crust;
    private final double water;

    /**
     * Takes an elevation model.
     *
     * @param west edge of the westernmost cells, m
     * @param south edge of the southernmost cells, m
     * @param elevation m above sea level; cells that are NaN have no effect; copied
     * @param crust density of rock, kg/m³
     * @param water density of water, kg/m³
     */
    public TerrainEffect(Lattice lattice, double west, double south, double[] elevation, double crust, double water) {
        lattice.requireSize(elevation);
        this.lattice = lattice;
        this.west = west;
        this.south = south;
        this.elevation = elevation.clone();
        this.crust = crust;
        this.water = water;
    }

    /** Vertical attraction at each point, mGal, positive down. */
    public double[] at(ObservationPoints points, Parallelism parallel) {
        double[] out = new double[points.size()];
        parallel.run(points.size(), () -> {
            double[] box = new double[9];
            double[] sum = new double[PrismIntegrals.COUNT];
            return i -> out[i] = at(points.easting(i), points.northing(i), points.height(i), box, sum);
        });
        return out;
    }

    private double at(double easting, double northing, double height, double[] box, double[] sum) {
        Arrays.fill(sum, 0.0);
        for (int j = 0; j < lattice.rows(); j++) {
            for (int i = 0; i < lattice.columns(); i++) {
                double h = elevation[j * lattice.columns() + i];
                if (h == 0.0 || Double.isNaN(h)) {
                    continue;
                }
                box[0] = west + i * lattice.dx() - easting;
                box[1] = south + j * lattice.dy() - northing;
                box[2] = Math.min(0.0, h) - height;
                box[3] = west + (i + 1) * lattice.dx() - easting;
                box[4] = south + (j + 1) * lattice.dy() - northing;
                box[5] = Math.max(0.0, h) - height;
                box[6] = lattice.dx();
                box[7] = lattice.dy();
                box[8] = Math.abs(h);
                PrismIntegrals.add(box, h > 0 ? crust : water - crust, sum);
            }
        }
        return -PhysicalConstants.GRAVITATIONAL_CONSTANT * sum[3] / PhysicalConstants.MILLIGAL;
    }
}
