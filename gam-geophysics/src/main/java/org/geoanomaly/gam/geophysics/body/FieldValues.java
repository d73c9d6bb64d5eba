package org.geoanomaly.gam.geophysics.body;

import org.geoanomaly.gam.geophysics.magnetic.Vector3;

/**
 * The gravity and magnetic field at one point, SI.
 *
 * @param potential m²/s², positive for positive mass
 * @param gravity attraction (east, north, up), m/s²: its up part is negative over excess mass
 * @param gradient of the attraction, s⁻², axes east, north, up
 * @param magnetic B, T
 */
public record FieldValues(double potential, Vector3 gravity, Gradient gradient, Vector3 magnetic) {
    /** The symmetric gradient tensor ∂g_i/∂x_j, s⁻², axes east, north, up. */
    public record Gradient(double ee, double en, double eu, double nn, double nu, double uu) {}

    /** Attraction, positive down, m/s². */
    public double gz() {
        return -gravity.up();
    }
}
