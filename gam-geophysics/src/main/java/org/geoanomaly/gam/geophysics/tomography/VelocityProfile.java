package org.geoanomaly.gam.geophysics.tomography;

/**
 * Velocity by depth alone: straight lines between given depths, jumps where a depth is given twice, constant above the first and below the last.
 * Immutable.
 */
public final class VelocityProfile implements ReferenceVelocity {
    private static final double EARTH_RADIUS = 6_371_000.0;

    /** Depth in km, v_P and v_S in km/s. */
    private static final double[][] AK135 = {
        {0, 5.8, 3.46},
        {20, 5.8, 3.46},
        {20, 6.5, 3.85},
        {35, 6.5, 3.85},
        {35, 8.04, 4.48},
        {77.5, 8.045, 4.49},
        {120, 8.05, 4.5},
        {165, 8.175, 4.509},
        {210, 8.3, 4.518},
        {210, 8.3, 4.523},
        {260, 8.4825, 4.609},
        {310, 8.665, 4.696},
        {360, 8.8475, 4.783},
        {410, 9.03, 4.87},
        {410, 9.36, 5.08},
        {460, 9.528, 5.186},
        {510, 9.696, 5.292},
        {560, 9.864, 5.398},
        {610, 10.032, 5.504},
        {660, 10.2, 5.61},
        {660, 10.79, 5.96},
        {710, 10.9229, 6.0897},
        {760, 11.0558, 6.2095}
    };

    private static final double[][] IASP91 = {
        {0, 5.8, 3.36},
        {20, 5.8, 3.36},
        {20, 6.5, 3.75},
        {35, 6.5, 3.75},
        {35, 8.04, 4.47},
        {77.5, 8.045, 4.485},
        {120, 8.05, 4.5},
        {165, 8.175, 4.509},
        {210, 8.3, 4.518},
        {210, 8.3, 4.522},
        {260, 8.4825, 4.609},
        {310, 8.665, 4.696},
        {360, 8.8475, 4.783},
        {410, 9.03, 4.87},
        {410, 9.36, 5.07},
        {460, 9.528, 5.176},
        {510, 9.696, 5.282},
        {560, 9.864, 5.388},
        {610, 10.032, 5.494},
        {660, 10.2, 5.6},
        {660, 10.79, 5.95},
        {710, 10.9229, 6.0797},
        {760, 11.0558, 6.2095}
    };

    private final String name;
    private final double[] depth;
    private final double[][] velocity;

    private VelocityProfile(String name, double[] depth, double[][] velocity) {
        this.name = name;
        this.depth = depth;
        this.velocity = velocity;
    }

    /**
     * A profile from a table.
     *
     * @param rows depth in km, v_P and v_S in km/s; depths never fall
     */
    public static VelocityProfile of(String name, double[][] rows) {
        double[] depth = new double[rows.length];
        double[][] velocity = new double[2][rows.length];
        for (int i = 0; i < rows.length; i++) {
            boolean possible = rows[i].length == 3 && rows[i][1] > 0.0 && rows[i][2] > 0.0;
            if (!possible || !Double.isFinite(rows[i][0]) || (i > 0 && rows[i][0] < rows[i - 1][0])) {
                throw new IllegalArgumentException("row " + i + " of the velocity profile " + name
                        + " is no depth after the last one with two positive velocities");
            }
            depth[i] = 1000.0 * rows[i][0];
            velocity[0][i] = 1000.0 * rows[i][1];
            velocity[1][i] = 1000.0 * rows[i][2];
        }
        if (rows.length == 0) {
            throw new IllegalArgumentException("the velocity profile " + name + " is empty");
        }
        return new VelocityProfile(name, depth, velocity);
    }

    /** The upper 760 km of ak135 (Kennett, Engdahl and Buland 1995). */
    public static VelocityProfile ak135() {
        return of("ak135", AK135);
    }

    /** The upper 760 km of iasp91 (Kennett and Engdahl 1991). */
    public static VelocityProfile iasp91() {
        return of("iasp91", IASP91);
    }

    public String name() {
        return name;
    }

    /** All velocities times a factor. */
    public VelocityProfile scaled(double factor) {
        double[][] scaled = new double[2][depth.length];
        for (int p = 0; p < 2; p++) {
            for (int i = 0; i < depth.length; i++) {
                scaled[p][i] = factor * velocity[p][i];
            }
        }
        return new VelocityProfile(String.format(java.util.Locale.ROOT, "%s x %.3f", name, factor), depth, scaled);
    }

    /**
     * For use on a plane: velocities grow by R/(R − z), so that times over the plane are those over the sphere (the earth-flattening transform, Müller
     * 1971, for depths small against the radius, which stay as they are).
     */
    public VelocityProfile flattened() {
        double[][] flat = new double[2][depth.length];
        for (int p = 0; p < 2; p++) {
            for (int i = 0; i < depth.length; i++) {
                flat[p][i] = velocity[p][i] * EARTH_RADIUS / (EARTH_RADIUS - depth[i]);
            }
        }
        return new VelocityProfile(name, depth, flat);
    }

    @Override
    public double velocity(Phase phase, double x, double y, double z) {
        double[] v = velocity[phase.index()];
        int last = depth.length - 1;
        if (z <= depth[0]) {
            return v[0];
        }
        if (z >= depth[last]) {
            return v[last];
        }
        int k = 0;
        while (depth[k + 1] <= z) {
            k++;
        }
        double f = (z - depth[k]) / (depth[k + 1] - depth[k]);
        return v[k] + f * (v[k + 1] - v[k]);
    }
}
