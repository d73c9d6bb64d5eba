package org.geoanomaly.gam.geophysics.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.geoanomaly.gam.geophysics.constants.PhysicalConstants;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.geophysics.magnetic.Vector3;
import org.junit.jupiter.api.Test;

class BodyFieldTest {
    private static final Prism PRISM = new Prism(-100, 60, -30, 90, -300, -120);
    private static final double MU0 = PhysicalConstants.VACUUM_PERMEABILITY;

    @Test
    void gravity_of_a_sphere_is_that_of_its_mass() {
        Sphere sphere = new Sphere(10, -20, -500, 100);
        FieldValues v = field(Body.ofDensity(sphere, 300)).at(10, -20, 0);
        double mass = 300 * 4.0 / 3 * Math.PI * 1e6;
        assertThat(v.gz()).isCloseTo(6.6743e-11 * mass / 250_000, within(1e-20));
        assertThat(v.potential()).isCloseTo(6.6743e-11 * mass / 500, within(1e-16));
        assertThat(v.gradient().uu()).isCloseTo(2 * 6.6743e-11 * mass / 1.25e8, within(1e-22));
    }

    @Test
    void inside_a_sphere_gravity_grows_linearly_and_the_trace_is_poissons() {
        Sphere sphere = new Sphere(0, 0, 0, 100);
        FieldValues v = field(Body.ofDensity(sphere, 2000)).at(0, 0, 50);
        assertThat(v.gravity().up()).isCloseTo(-4 * Math.PI / 3 * 6.6743e-11 * 2000 * 50, within(1e-18));
        double trace = v.gradient().ee() + v.gradient().nn() + v.gradient().uu();
        assertThat(trace).isCloseTo(-4 * Math.PI * 6.6743e-11 * 2000, within(1e-18));
    }

    @Test
    void a_magnetised_sphere_is_a_dipole_outside_and_two_thirds_inside() {
        Vector3 m = new Vector3(1, -2, 3);
        Sphere sphere = new Sphere(0, 0, 0, 10);
        Vector3 inside = field(Body.ofMagnetization(sphere, m)).at(1, 2, 3).magnetic();
        assertThat(inside.east()).isCloseTo(2.0 / 3 * MU0 * m.east(), within(1e-20));
        assertThat(inside.up()).isCloseTo(2.0 / 3 * MU0 * m.up(), within(1e-20));
        Vector3 outside = field(Body.ofMagnetization(sphere, m)).at(30, 0, 0).magnetic();
        double k = MU0 / (4 * Math.PI) * sphere.volume() / 27_000;
        assertThat(outside.east()).isCloseTo(2 * k * m.east(), within(1e-20));
        assertThat(outside.north()).isCloseTo(-k * m.north(), within(1e-20));
        Vector3 dipole = field(Body.ofMagnetization(new PointSource(0, 0, 0), m.times(sphere.volume())))
                .at(30, 0, 0)
                .magnetic();
        assertThat(dipole.up()).isCloseTo(outside.up(), within(1e-22));
    }

    /** Poisson: B = μ₀/(4π G ρ) (M·∇) g. */
    @Test
    void magnetic_field_of_a_prism_is_the_gravity_gradient_along_its_magnetisation() {
        Vector3 m = new Vector3(0.5, 1.5, -2);
        FieldValues v = field(new Body(PRISM, 1000, m)).at(150, 20, 5);
        double h = 0.5;
        FieldValues plus = field(Body.ofDensity(PRISM, 1000)).at(150 + h * 0.5, 20 + h * 1.5, 5 - h * 2);
        FieldValues minus = field(Body.ofDensity(PRISM, 1000)).at(150 - h * 0.5, 20 - h * 1.5, 5 + h * 2);
        double k = MU0 / (4 * Math.PI * PhysicalConstants.GRAVITATIONAL_CONSTANT * 1000) / (2 * h);
        assertThat(k * (plus.gravity().east() - minus.gravity().east()))
                .isCloseTo(v.magnetic().east(), within(1e-4 * v.magnetic().norm()));
        assertThat(k * (plus.gravity().up() - minus.gravity().up()))
                .isCloseTo(v.magnetic().up(), within(1e-4 * v.magnetic().norm()));
    }

    @Test
    void flux_of_b_through_a_face_is_continuous() {
        Vector3 m = new Vector3(0.3, -0.4, 2);
        BodyField field = field(Body.ofMagnetization(PRISM, m));
        Vector3 above = field.at(-20, 30, -120 + 1e-6).magnetic();
        Vector3 below = field.at(-20, 30, -120 - 1e-6).magnetic();
        Vector3 on = field.at(-20, 30, -120).magnetic();
        assertThat(above.up()).isCloseTo(below.up(), within(1e-12));
        assertThat(on.up()).isCloseTo(above.up(), within(1e-12));
        assertThat(above.east() - below.east()).isCloseTo(-MU0 * m.east(), within(1e-12));
    }

    @Test
    void susceptibility_magnetises_along_the_field() {
        AmbientField ambient = new AmbientField(50_000, 60, 10);
        Vector3 m = ambient.induced(0.01);
        assertThat(m.norm()).isCloseTo(0.01 * 5e-5 / MU0, within(1e-12));
        assertThat(m.up()).isNegative();
        assertThat(m.east() / m.north()).isCloseTo(Math.tan(Math.toRadians(10)), within(1e-14));
        assertThat(ambient.totalFieldAnomaly(m)).isCloseTo(m.norm(), within(1e-12));
        assertThat(ambient.exactTotalFieldAnomaly(ambient.direction().times(123)))
                .isCloseTo(123, within(1e-9));
    }

    @Test
    void over_a_deep_body_at_the_pole_the_anomaly_is_positive() {
        AmbientField pole = new AmbientField(60_000, 90, 0);
        FieldValues v = field(Body.ofMagnetization(PRISM, pole.induced(0.05))).at(-20, 30, 0);
        assertThat(pole.totalFieldAnomaly(v.magnetic())).isPositive();
    }

    @Test
    void impossible_bodies_are_refused_with_their_numbers() {
        assertThatThrownBy(() -> new Prism(0, 0, 0, 1, 0, 1)).hasMessageContaining("west = 0.0 and east = 0.0");
        assertThatThrownBy(() -> new Prism(0, 1, 0, 1, 5, 1)).hasMessageContaining("bottom = 5.0 and top = 1.0");
        assertThatThrownBy(() -> new Prism(0, 1, 0, Double.NaN, 0, 1)).hasMessageContaining("north = NaN");
        assertThatThrownBy(() -> new Sphere(0, 0, 0, -1)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new AmbientField(5e4, 91, 0)).hasMessageContaining("91");
    }

    private static BodyField field(Body body) {
        return new BodyField(List.of(body));
    }
}
