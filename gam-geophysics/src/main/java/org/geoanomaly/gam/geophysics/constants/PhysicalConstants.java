package org.geoanomaly.gam.geophysics.constants;

/** Physical constants, SI. */
public final class PhysicalConstants {
    /** Newtonian constant of gravitation, m³ kg⁻¹ s⁻² (CODATA 2018 and 2022). */
    public static final double GRAVITATIONAL_CONSTANT = 6.67430e-11;

    /** Magnetic constant μ₀ = 4π·10⁻⁷ T m/A; the CODATA 2022 value agrees with it within its standard uncertainty of 1.6e-10. */
    public static final double VACUUM_PERMEABILITY = 4e-7 * Math.PI;

    /** One milligal in m/s². */
    public static final double MILLIGAL = 1e-5;

    /** One eötvös in s⁻². */
    public static final double EOTVOS = 1e-9;

    /** One nanotesla in T. */
    public static final double NANOTESLA = 1e-9;

    private PhysicalConstants() {}
}
