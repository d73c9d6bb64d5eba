package org.geoanomaly.gam.geophysics.body;

import org.geoanomaly.gam.geophysics.magnetic.Vector3;

/**
 * A shape filled evenly.
 *
 * @param density contrast, kg/m³ (kg for a point source)
 * @param magnetization A/m, induced and remanent together (A m² for a point source)
 */
public record Body(Shape shape, double density, Vector3 magnetization) {
    public static Body ofDensity(Shape shape, double density) {
        return new Body(shape, density, Vector3.ZERO);
    }

    public static Body ofMagnetization(Shape shape, Vector3 magnetization) {
        return new Body(shape, 0.0, magnetization);
    }
}
