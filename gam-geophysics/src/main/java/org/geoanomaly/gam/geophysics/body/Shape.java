package org.geoanomaly.gam.geophysics.body;

/** A volume whose integral of 1/r is known in closed form. Implementations are immutable. */
public sealed interface Shape permits Prism, Sphere, PointSource {
    /**
     * Adds V = ∫ dv / r and its derivatives with respect to the observation point, times a factor, to {@code out}, in the order V; V_e,
     * V_n, V_u; V_ee, V_en, V_eu, V_nn, V_nu, V_uu. On the surface the second derivatives are the limit from outside.
     *
     * @param easting observation point, m
     * @param northing m
     * @param height m, positive up
     */
    void addIntegrals(double easting, double northing, double height, double factor, double[] out);

    /** Whether the point lies strictly inside. */
    boolean contains(double easting, double northing, double height);

    /** Volume, m³. */
    double volume();
}
