package org.geoanomaly.gam.geophysics.deformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.geoanomaly.gam.geophysics.magnetic.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeformationTest {
    /** The check list of Okada (1985), table 2, cases 2, 3 and 4: L = 3, W = 2, unit slip. */
    @ParameterizedTest
    @CsvSource({
        "2, 3, 4, 70, 0, -8.689e-3, -4.298e-3, -2.747e-3",
        "2, 3, 4, 70, 1, -4.682e-3, -3.527e-2, -3.564e-2",
        "2, 3, 4, 70, 2, -2.660e-4, 1.056e-2, 3.214e-3",
        "0, 0, 4, 90, 0, 0, 5.253e-3, 0",
        "0, 0, 4, 90, 1, 0, 0, 0",
        "0, 0, 4, 90, 2, 1.223e-2, 0, -1.606e-2",
        "0, 0, 4, -90, 0, 0, -1.303e-3, 0",
        "0, 0, 4, -90, 1, 0, 0, 0",
        "0, 0, 4, -90, 2, 3.507e-3, 0, -7.740e-3",
    })
    void okadas_check_list_comes_out(
            double x, double y, double d, double dip, int kind, double ux, double uy, double uz) {
        OkadaTerms terms = new OkadaTerms(Math.toRadians(dip), kind == 0 ? 1 : 0, kind == 1 ? 1 : 0, kind == 2 ? 1 : 0);
        double[] u = terms.surface(x, y, d, 3, 2);
        assertThat(u[0]).isCloseTo(ux, within(5.1e-4 * Math.abs(ux) + 1e-9));
        assertThat(u[1]).isCloseTo(uy, within(5.1e-4 * Math.abs(uy) + 1e-9));
        assertThat(u[2]).isCloseTo(uz, within(5.1e-4 * Math.abs(uz) + 1e-9));
    }

    /** The same list for planes given by their centre, on the map: x is north, y west, and the plane of case 4 reaches from 4 to 6 down. */
    @ParameterizedTest
    @CsvSource({
        "2, 3, 70, 0, -8.689e-3, -4.298e-3, -2.747e-3",
        "2, 3, 70, 1, -4.682e-3, -3.527e-2, -3.564e-2",
        "2, 3, 70, 2, -2.660e-4, 1.056e-2, 3.214e-3",
        "0, 0, 90, 0, 0, 5.253e-3, 0",
        "0, 0, 90, 2, 1.223e-2, 0, -1.606e-2",
        "0, 0, -90, 0, 0, -1.303e-3, 0",
        "0, 0, -90, 2, 3.507e-3, 0, -7.740e-3",
    })
    void planes_on_the_map_give_okadas_check_list(
            double x, double y, double dip, int kind, double ux, double uy, double uz) {
        double d = Math.toRadians(dip);
        FaultPlane plane = new FaultPlane(-Math.cos(d), 1.5, 4 - Math.sin(d), 0, dip, 3, 2);
        Vector3 u = new Okada(plane, kind == 0 ? 1 : 0, kind == 1 ? 1 : 0, kind == 2 ? 1 : 0).displacement(-y, x);
        assertThat(u.north()).isCloseTo(ux, within(5.1e-4 * Math.abs(ux) + 1e-9));
        assertThat(-u.east()).isCloseTo(uy, within(5.1e-4 * Math.abs(uy) + 1e-9));
        assertThat(u.up()).isCloseTo(uz, within(5.1e-4 * Math.abs(uz) + 1e-9));
    }

    @Test
    void a_small_crack_in_every_direction_is_a_mogi_source() {
        double opening = 1e-3;
        Vector3 sum = Vector3.ZERO;
        double[][] planes = {{0, 0}, {0, 90}, {90, 90}};
        for (double[] p : planes) {
            FaultPlane plane = new FaultPlane(100, -50, 3000, p[0], p[1], 20, 20);
            sum = sum.plus(new Okada(plane, 0, 0, opening).displacement(1900, 1200));
        }
        // three orthogonal cracks of potency P act as an isotropic source with ΔV = 3P (λ + 2μ/3) / (λ + 2μ) = 5/3 P
        // for λ = μ
        Vector3 mogi = new Mogi(100, -50, 3000, 5.0 / 3 * 400 * opening).displacement(1900, 1200);
        assertThat(sum.east()).isCloseTo(mogi.east(), within(1e-4 * mogi.norm()));
        assertThat(sum.north()).isCloseTo(mogi.north(), within(1e-4 * mogi.norm()));
        assertThat(sum.up()).isCloseTo(mogi.up(), within(1e-4 * mogi.norm()));
    }

    @Test
    void two_halves_of_a_fault_are_the_whole() {
        double strike = 33;
        double s = Math.sin(Math.toRadians(strike));
        double c = Math.cos(Math.toRadians(strike));
        Okada whole = new Okada(new FaultPlane(0, 0, 4000, strike, 60, 4000, 3000), 1, -0.5, 0.2);
        Vector3 sum = new Okada(new FaultPlane(-1000 * s, -1000 * c, 4000, strike, 60, 2000, 3000), 1, -0.5, 0.2)
                .displacement(700, 900)
                .plus(new Okada(new FaultPlane(1000 * s, 1000 * c, 4000, strike, 60, 2000, 3000), 1, -0.5, 0.2)
                        .displacement(700, 900));
        Vector3 expected = whole.displacement(700, 900);
        assertThat(sum.east()).isCloseTo(expected.east(), within(1e-13));
        assertThat(sum.north()).isCloseTo(expected.north(), within(1e-13));
        assertThat(sum.up()).isCloseTo(expected.up(), within(1e-13));
    }

    @Test
    void slip_and_opening_move_the_ground_the_way_their_names_say() {
        FaultPlane eastDipping = new FaultPlane(0, 0, 3000, 0, 45, 10_000, 2000);
        assertThat(new Okada(eastDipping, 0, 1, 0).displacement(500, 0).up()).isPositive();
        FaultPlane vertical = new FaultPlane(0, 0, 3000, 0, 90, 10_000, 5000);
        // left-lateral: seen from the west, the east side moves to the left, north
        assertThat(new Okada(vertical, 1, 0, 0).displacement(1000, 0).north()).isPositive();
        assertThat(new Okada(vertical, 1, 0, 0).displacement(-1000, 0).north()).isNegative();
        assertThat(new Okada(vertical, 0, 0, 1).displacement(3000, 0).east()).isPositive();
        FaultPlane sill = new FaultPlane(0, 0, 3000, 10, 0, 2000, 2000);
        assertThat(new Okada(sill, 0, 0, 1).displacement(0, 0).up()).isPositive();
    }

    /** uz(0) = (1 − ν) ΔV / (π d²); the greatest radial displacement, at d/√2, is 2/(3√3) of it. */
    @Test
    void mogi_gives_the_published_numbers() {
        Mogi mogi = new Mogi(0, 0, 3000, 1e6);
        assertThat(mogi.displacement(0, 0).up()).isCloseTo(0.0265258, within(5e-8));
        assertThat(mogi.displacement(3000 / Math.sqrt(2), 0).east()).isCloseTo(0.0102098, within(5e-8));
    }

    @Test
    void ground_that_is_higher_is_farther_from_the_source() {
        FaultPlane plane = new FaultPlane(100, -50, 3000, 20, 60, 2000, 1000);
        FaultPlane deeper = new FaultPlane(100, -50, 3700, 20, 60, 2000, 1000);
        assertThat(new Mogi(0, 0, 3000, 1e6).displacement(500, 800, 700))
                .isEqualTo(new Mogi(0, 0, 3700, 1e6).displacement(500, 800));
        assertThat(new Okada(plane, 1, 2, 3).displacement(500, 800, 700))
                .isEqualTo(new Okada(deeper, 1, 2, 3).displacement(500, 800));
        Vector3 below = new Mogi(0, 0, 300, 1e6).displacement(500, 800, -400);
        assertThat(below.up()).isBetween(0.0, 1e-3);
        assertThat(new Okada(plane, 1, 2, 3).displacement(500, 800, -2999).norm())
                .isFinite();
    }

    @Test
    void mogi_pushes_up_and_away() {
        Vector3 u = new Mogi(0, 0, 2000, 1e6).displacement(0, 0);
        assertThat(u.up()).isCloseTo(0.75e6 / (Math.PI * 4e6), within(1e-15));
        assertThat(new Mogi(0, 0, 2000, 1e6).displacement(500, 0).east()).isPositive();
    }

    @Test
    void points_in_line_with_edges_stay_finite_and_continuous() {
        FaultPlane plane = new FaultPlane(0, 0, 1000, 0, 90, 2000, 2000);
        Okada okada = new Okada(plane, 1, 1, 1);
        for (double n : new double[] {-1000, 1000, 0, 3000}) {
            Vector3 on = okada.displacement(300, n);
            Vector3 near = okada.displacement(300 + 1e-6, n + 1e-6);
            assertThat(on.plus(near.times(-1)).norm()).isLessThan(1e-7);
        }
    }

    /** Ascending Sentinel-1 looks east-north-east: uplift comes toward it, motion to the west too. */
    @Test
    void line_of_sight_is_positive_toward_the_satellite() {
        LineOfSight ascending = new LineOfSight(39, -12);
        assertThat(ascending.project(new Vector3(0, 0, 1))).isCloseTo(Math.cos(Math.toRadians(39)), within(1e-15));
        assertThat(ascending.project(new Vector3(-1, 0, 0))).isPositive();
        assertThat(new LineOfSight(39, -168).project(new Vector3(1, 0, 0))).isPositive();
        assertThat(ascending.direction().norm()).isCloseTo(1, within(1e-15));
    }

    @Test
    void a_fault_above_the_surface_is_refused() {
        assertThatThrownBy(() -> new FaultPlane(0, 0, 100, 0, 90, 1000, 1000)).hasMessageContaining("400.0 m above");
        assertThatThrownBy(() -> new Mogi(0, 0, -1, 1)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new LineOfSight(95, 0)).hasMessageContaining("95");
    }
}
