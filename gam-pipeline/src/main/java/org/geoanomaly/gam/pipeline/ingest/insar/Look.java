package org.geoanomaly.gam.pipeline.ingest.insar;

import org.jspecify.annotations.Nullable;

/** The direction from the ground to the satellite. */
interface Look {
    /**
     * The unit vector at a place.
     *
     * @param out east, north, up
     * @return whether it is known there
     */
    boolean at(double longitude, double latitude, double[] out);

    /**
     * From angles, for a radar that looks to the right of its flight: (−sin θ cos α, sin θ sin α, cos θ).
     *
     * @param incidence θ from the vertical, degrees
     * @param heading α of the flight, degrees clockwise from north
     */
    static void ofAngles(double incidence, double heading, double[] out) {
        double theta = Math.toRadians(incidence);
        double alpha = Math.toRadians(heading);
        out[0] = -Math.sin(theta) * Math.cos(alpha);
        out[1] = Math.sin(theta) * Math.sin(alpha);
        out[2] = Math.cos(theta);
    }

    /** Whether three numbers can be such a vector; roundings of products are made good. */
    static boolean normalized(double[] v) {
        double norm = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        if (!(Math.abs(norm - 1) <= 0.03)) {
            return false;
        }
        for (int i = 0; i < 3; i++) {
            v[i] /= norm;
        }
        return true;
    }

    /**
     * The same heading everywhere, and incidence pixel by pixel or constant.
     *
     * @param radians whether the layer is in radians
     */
    record Angles(double incidence, @Nullable Layer layer, boolean radians, double heading) implements Look {
        @Override
        public boolean at(double longitude, double latitude, double[] out) {
            double theta = incidence;
            if (layer != null) {
                double v = layer.at(longitude, latitude);
                theta = radians ? Math.toDegrees(v) : v;
            }
            if (!(theta >= 0 && theta < 90)) {
                return false;
            }
            ofAngles(theta, heading, out);
            return true;
        }
    }

    /**
     * GAMMA's look vector as HyP3 hands it out.
     *
     * @param theta elevation of the satellite above the horizon, radians
     * @param phi direction to the satellite, radians anticlockwise from east
     */
    record Elevation(Layer theta, Layer phi) implements Look {
        @Override
        public boolean at(double longitude, double latitude, double[] out) {
            double up = theta.at(longitude, latitude);
            double direction = phi.at(longitude, latitude);
            out[0] = Math.cos(up) * Math.cos(direction);
            out[1] = Math.cos(up) * Math.sin(direction);
            out[2] = Math.sin(up);
            return up > 0 && up <= Math.PI / 2 && Math.abs(direction) <= 2 * Math.PI;
        }
    }

    /**
     * Parts of the vector as files.
     *
     * @param up null if it follows from the other two
     */
    record Parts(Layer east, Layer north, @Nullable Layer up) implements Look {
        @Override
        public boolean at(double longitude, double latitude, double[] out) {
            out[0] = east.at(longitude, latitude);
            out[1] = north.at(longitude, latitude);
            double horizontal = out[0] * out[0] + out[1] * out[1];
            out[2] = up == null ? Math.sqrt(1 - horizontal) : up.at(longitude, latitude);
            // products mark places without data by zeros
            return horizontal > 0 && out[2] > 0 && normalized(out);
        }
    }
}
