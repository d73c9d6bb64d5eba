package org.geoanomaly.gam.geophysics.body;

import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.geophysics.constants.PhysicalConstants;
import org.geoanomaly.gam.geophysics.magnetic.Vector3;
import org.geoanomaly.gam.geophysics.prism.PrismIntegrals;

/**
 * The field of a list of bodies. With V = ∫ dv / r: potential U = Gρ V, attraction ∇U, and H = (1/4π) (M·∇)∇V, B = μ₀ (H + M) inside the
 * body and μ₀ H outside (Poisson's relation; Blakely 1995, eq. 5.12). Immutable and safe for any number of threads.
 */
public final class BodyField {
    private final List<Body> bodies;

    public BodyField(List<Body> bodies) {
        this.bodies = List.copyOf(bodies);
    }

    /** The field at a point: easting, northing and height in metres, height positive up. */
    public FieldValues at(double easting, double northing, double height) {
        double[] gravity = new double[PrismIntegrals.COUNT];
        double[] scratch = new double[PrismIntegrals.COUNT];
        double[] b = new double[3];
        for (Body body : bodies) {
            if (body.magnetization().isZero()) {
                body.shape()
                        .addIntegrals(
                                easting,
                                northing,
                                height,
                                PhysicalConstants.GRAVITATIONAL_CONSTANT * body.density(),
                                gravity);
                continue;
            }
            Arrays.fill(scratch, 0.0);
            body.shape().addIntegrals(easting, northing, height, 1.0, scratch);
            for (int i = 0; i < scratch.length; i++) {
                gravity[i] += PhysicalConstants.GRAVITATIONAL_CONSTANT * body.density() * scratch[i];
            }
            addMagnetic(body.magnetization(), body.shape().contains(easting, northing, height), scratch, b);
        }
        return new FieldValues(
                gravity[0],
                new Vector3(gravity[1], gravity[2], gravity[3]),
                new FieldValues.Gradient(gravity[4], gravity[5], gravity[6], gravity[7], gravity[8], gravity[9]),
                new Vector3(b[0], b[1], b[2]));
    }

    private static void addMagnetic(Vector3 m, boolean inside, double[] v, double[] b) {
        double k = PhysicalConstants.VACUUM_PERMEABILITY / (4.0 * Math.PI);
        double self = inside ? PhysicalConstants.VACUUM_PERMEABILITY : 0.0;
        b[0] += k * (v[4] * m.east() + v[5] * m.north() + v[6] * m.up()) + self * m.east();
        b[1] += k * (v[5] * m.east() + v[7] * m.north() + v[8] * m.up()) + self * m.north();
        b[2] += k * (v[6] * m.east() + v[8] * m.north() + v[9] * m.up()) + self * m.up();
    }
}
