package org.geoanomaly.gam.geophysics.operator;

import org.geoanomaly.gam.geophysics.constants.PhysicalConstants;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.geophysics.magnetic.Vector3;

/** What is observed, for a unit of the physical property in a cell. */
public sealed interface FieldKernel {
    /** Vertical attraction, mGal for 1 kg/m³, positive down. */
    static FieldKernel gz() {
        return new VerticalGravity(PhysicalConstants.GRAVITATIONAL_CONSTANT / PhysicalConstants.MILLIGAL);
    }

    /** Vertical gradient g_zz, eötvös for 1 kg/m³. */
    static FieldKernel gzz() {
        double c = PhysicalConstants.GRAVITATIONAL_CONSTANT / PhysicalConstants.EOTVOS;
        return new SecondDerivative(0.0, 0.0, 0.0, 0.0, 0.0, c, false);
    }

    /** Total-field anomaly along the ambient field of induced magnetisation, nT for a susceptibility of 1 SI. */
    static FieldKernel tmi(AmbientField ambient) {
        return tmi(ambient, ambient.direction());
    }

    /**
     * Total-field anomaly for magnetisation along another direction, nT for a magnetisation as strong as a susceptibility of 1 SI would take
     * in the ambient field.
     *
     * @param magnetization unit vector
     */
    static FieldKernel tmi(AmbientField ambient, Vector3 magnetization) {
        Vector3 f = ambient.direction();
        Vector3 m = magnetization;
        double c = ambient.intensity() / (4.0 * Math.PI);
        return new SecondDerivative(
                c * f.east() * m.east(),
                0.5 * c * (f.east() * m.north() + f.north() * m.east()),
                0.5 * c * (f.east() * m.up() + f.up() * m.east()),
                c * f.north() * m.north(),
                0.5 * c * (f.north() * m.up() + f.up() * m.north()),
                c * f.up() * m.up(),
                true);
    }

    /** −∂V/∂up times a factor. */
    record VerticalGravity(double factor) implements FieldKernel {}

    /**
     * Σ c_ij V_ij over all nine components of the symmetric Hessian of V = ∫ dv / r, axes east, north, up.
     *
     * @param magnetic whether the field is B, so that a point inside a cell also sees the cell's own 4π M
     */
    record SecondDerivative(double ee, double en, double eu, double nn, double nu, double uu, boolean magnetic)
            implements FieldKernel {}
}
