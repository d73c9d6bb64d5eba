package org.geoanomaly.gam.geophysics.spherical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.geoanomaly.gam.geophysics.gravity.Ellipsoid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MagneticSynthesisTest {
    private static final ExecutorService EXECUTOR = Executors.newFixedThreadPool(2);
    private static final NormalField WGS84 = NormalField.of(Ellipsoid.WGS84);

    @AfterAll
    static void stop() {
        EXECUTOR.shutdownNow();
    }

    private static MagneticModel axialDipole(double g10) {
        HarmonicCoefficients c = new HarmonicCoefficients(1);
        c.set(1, 0, g10, 0);
        return MagneticModel.ofSchmidt("dipole", 2020, MagneticModel.RADIUS, c);
    }

    @Test
    void an_axial_dipole_has_its_closed_form_on_a_sphere() {
        NormalField sphere = NormalField.sphere(1, MagneticModel.RADIUS);
        MagneticSynthesis synthesis = new MagneticSynthesis(axialDipole(-30_000), sphere, 1, 1, null);
        double[] lat = {-90, -30, 0, 45, 90};
        double[] lon = {12, 0, -170, 80, 0};
        EvaluationHeights ground = EvaluationHeights.constant(0, EvaluationHeights.Reference.ELLIPSOID);
        double[] north = synthesis.points(MagneticQuantity.BN, lat, lon, ground, EXECUTOR);
        double[] up = synthesis.points(MagneticQuantity.BU, lat, lon, ground, EXECUTOR);
        double[] east = synthesis.points(MagneticQuantity.BE, lat, lon, ground, EXECUTOR);
        for (int i = 0; i < lat.length; i++) {
            double phi = Math.toRadians(lat[i]);
            assertThat(north[i]).isCloseTo(30_000 * Math.cos(phi), within(1e-8));
            assertThat(up[i]).isCloseTo(-60_000 * Math.sin(phi), within(1e-8));
            assertThat(east[i]).isCloseTo(0, within(1e-8));
        }
    }

    @Test
    void a_total_field_anomaly_is_the_projection_on_the_main_field() {
        MagneticModel main = axialDipole(-30_000);
        HarmonicCoefficients c = new HarmonicCoefficients(20);
        c.set(16, 3, 5, -2);
        c.set(20, 0, 1, 0);
        MagneticModel crust = MagneticModel.ofSchmidt("crust", 2020, MagneticModel.RADIUS, c);
        MagneticSynthesis synthesis = new MagneticSynthesis(crust, WGS84, 1, 20, main);
        double[] lat = {-12, 60};
        double[] lon = {33, 179};
        EvaluationHeights at = EvaluationHeights.constant(5000, EvaluationHeights.Reference.ELLIPSOID);
        double[] tmi = synthesis.points(MagneticQuantity.TMI, lat, lon, at, EXECUTOR);
        double[] be = synthesis.points(MagneticQuantity.BE, lat, lon, at, EXECUTOR);
        double[] bn = synthesis.points(MagneticQuantity.BN, lat, lon, at, EXECUTOR);
        double[] bu = synthesis.points(MagneticQuantity.BU, lat, lon, at, EXECUTOR);
        IgrfField field = new IgrfField(epoch -> main);
        for (int i = 0; i < 2; i++) {
            MainFieldVector f = field.at(lat[i], lon[i], 5000, 2020);
            double expected = (be[i] * f.be() + bn[i] * f.bn() + bu[i] * f.bu()) / f.intensity();
            assertThat(tmi[i]).isCloseTo(expected, within(1e-10));
        }
    }

    @Test
    void a_field_that_points_north_and_down_has_positive_inclination_and_no_declination() {
        MainFieldVector f = new MainFieldVector(0, 20_000, -20_000);
        assertThat(f.inclination()).isCloseTo(45, within(1e-12));
        assertThat(f.declination()).isCloseTo(0, within(1e-12));
        assertThat(new MainFieldVector(10, 10, 0).declination()).isCloseTo(45, within(1e-12));
    }
}
