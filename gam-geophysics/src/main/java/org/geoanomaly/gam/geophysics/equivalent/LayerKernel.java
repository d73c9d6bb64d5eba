package org.geoanomaly.gam.geophysics.equivalent;

import org.geoanomaly.gam.geophysics.magnetic.Vector3;

/**
 * The field of one source of a layer at a point. All are harmonic above the sources, so each can carry any potential field upward; which one is
 * used decides what other fields can be had from the same sources.
 */
public sealed interface LayerKernel {
    /** Attraction of a point mass along the vertical, z/r³: for gravity, and as good for the continuation of a magnetic anomaly. */
    record Attraction() implements LayerKernel {}

    /**
     * Total-field anomaly of a point dipole, f·∇ m·∇ (1/r): sources fitted for the true directions give the anomaly at the pole when they are
     * evaluated for vertical ones.
     *
     * @param field direction of the ambient field, made a unit vector
     * @param magnetization direction of magnetisation, made a unit vector
     */
    record Dipole(Vector3 field, Vector3 magnetization) implements LayerKernel {
        public Dipole {
            field = unit(field);
            magnetization = unit(magnetization);
        }

        /** Field and magnetisation straight down. */
        public static Dipole atPole() {
            Vector3 down = new Vector3(0.0, 0.0, -1.0);
            return new Dipole(down, down);
        }

        private static Vector3 unit(Vector3 v) {
            if (!(v.norm() > 0) || !Double.isFinite(v.norm())) {
                throw new IllegalArgumentException("a direction needs a length: " + v);
            }
            return v.times(1.0 / v.norm());
        }
    }
}
