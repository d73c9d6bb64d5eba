package org.geoanomaly.gam.geophysics.prism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The prism against 80-digit arithmetic (see {@code make_reference.py} beside the table) and against the laws it must obey. */
class PrismIntegralsTest {
    private static final double[] BOX = {-120, 80, -40, 200, -90, 10};

    @Test
    void every_component_meets_the_eighty_digit_closed_form() throws IOException {
        double worstPotential = 0;
        double worstGradient = 0;
        double worstHessian = 0;
        for (double[] row : reference()) {
            double[] actual = at(Arrays.copyOf(row, 6), row[6], row[7], row[8]);
            double[] expected = Arrays.copyOfRange(row, 9, 19);
            worstPotential = Math.max(worstPotential, Math.abs(actual[0] / expected[0] - 1));
            worstGradient = Math.max(worstGradient, error(actual, expected, 1, 4));
            worstHessian = Math.max(worstHessian, error(actual, expected, 4, 10));
        }
        // measured 4e-14, 9e-14 and 2e-13 of the largest component
        assertThat(worstPotential).isLessThan(2e-13);
        assertThat(worstGradient).isLessThan(1e-12);
        assertThat(worstHessian).isLessThan(1e-12);
    }

    @Test
    void trace_is_zero_outside_and_minus_four_pi_inside() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 300; i++) {
            double e = random.nextDouble(-300, 300);
            double n = random.nextDouble(-300, 300);
            double u = random.nextDouble(-300, 300);
            boolean inside = e > -120 && e < 80 && n > -40 && n < 200 && u > -90 && u < 10;
            double[] v = at(BOX, e, n, u);
            assertThat(v[4] + v[7] + v[9]).isCloseTo(inside ? -4 * Math.PI : 0, within(1e-12));
        }
    }

    @Test
    void derivatives_are_the_finite_differences_of_the_potential() {
        double h = 0.05;
        for (double[] p : new double[][] {{300, 120, 90}, {10, 20, -30}, {-121, 30, 12}}) {
            for (int axis = 0; axis < 3; axis++) {
                double[] plus = p.clone();
                double[] minus = p.clone();
                plus[axis] += h;
                minus[axis] -= h;
                double[] a = at(BOX, plus[0], plus[1], plus[2]);
                double[] b = at(BOX, minus[0], minus[1], minus[2]);
                double[] v = at(BOX, p[0], p[1], p[2]);
                assertThat((a[0] - b[0]) / (2 * h)).isCloseTo(v[1 + axis], within(1e-3));
                int[] hessian = axis == 0 ? new int[] {4, 5, 6} : axis == 1 ? new int[] {5, 7, 8} : new int[] {6, 8, 9};
                for (int c = 0; c < 3; c++) {
                    assertThat((a[1 + c] - b[1 + c]) / (2 * h)).isCloseTo(v[hessian[c]], within(5e-3));
                }
            }
        }
    }

    @Test
    void cutting_a_prism_changes_nothing() {
        double[][] parts = {{-120, -20, -40, 200, -90, 10}, {-20, 80, -40, 33, -90, 10}, {-20, 80, 33, 200, -90, 10}};
        double[][] points = {
            {0, 0, 11}, {30, 33.5, -40}, {-19, 34, 10.5}, {4000, -2000, 900}, {-20, 33, 25}, {90, 33, 10}
        };
        for (double[] p : points) {
            double[] whole = at(BOX, p[0], p[1], p[2]);
            double[] sum = new double[PrismIntegrals.COUNT];
            for (double[] part : parts) {
                double[] v = at(part, p[0], p[1], p[2]);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += v[i];
                }
            }
            assertThat(sum[0]).isCloseTo(whole[0], within(1e-13 * whole[0]));
            for (int i = 1; i < sum.length; i++) {
                assertThat(sum[i]).isCloseTo(whole[i], within(1e-12 * (i < 4 ? 300 : 1)));
            }
        }
    }

    @Test
    void mirrored_points_see_mirrored_fields() {
        double[] centred = {-120, 120, -120, 120, -120, 120};
        double[] v = at(centred, 150, 220, 310);
        double[] mirrored = at(centred, -150, 220, 310);
        double[] swapped = at(centred, 220, 150, 310);
        int[] odd = {1, 5, 6};
        for (int i = 0; i < v.length; i++) {
            int component = i;
            double sign = Arrays.stream(odd).anyMatch(o -> o == component) ? -1 : 1;
            assertThat(mirrored[i]).isCloseTo(sign * v[i], within(1e-11 * Math.abs(v[i]) + 1e-14));
        }
        assertThat(swapped[1]).isCloseTo(v[2], within(1e-9));
        assertThat(swapped[4]).isCloseTo(v[7], within(1e-12));
    }

    @Test
    void far_away_it_is_a_point_mass() {
        double[] point = new double[PrismIntegrals.COUNT];
        PrismIntegrals.addPoint(-20 - 3e7, 80 + 2e7, -40 - 1e7, 200.0 * 240 * 100, point);
        double[] v = at(BOX, 3e7, -2e7, 1e7);
        for (int i = 0; i < v.length; i++) {
            assertThat(v[i]).isCloseTo(point[i], within(3e-11 * Math.abs(point[i])));
        }
    }

    @Test
    void faces_edges_and_corners_are_finite_and_continuous() {
        double[] limits = BOX;
        double[][] onBoundary = {
            {80, 50, -40},
            {-120, 50, -40},
            {0, 200, -40},
            {0, -40, -40},
            {0, 50, 10},
            {0, 50, -90},
            {80, 200, -40},
            {-120, 50, 10},
            {0, -40, -90},
            {80, 200, 10},
            {-120, -40, -90},
        };
        for (double[] p : onBoundary) {
            double[] on = at(BOX, p[0], p[1], p[2]);
            double[] outside = at(
                    BOX,
                    outwards(p[0], limits[0], limits[1]),
                    outwards(p[1], limits[2], limits[3]),
                    outwards(p[2], limits[4], limits[5]));
            for (double value : on) {
                assertThat(value).isFinite();
            }
            for (int i = 0; i < 4; i++) {
                assertThat(on[i]).isCloseTo(outside[i], within(1e-6 * Math.abs(on[0])));
            }
            for (int i : new int[] {4, 7, 9}) {
                assertThat(on[i]).isCloseTo(outside[i], within(1e-6));
            }
            assertThat(on[4] + on[7] + on[9]).isCloseTo(0, within(1e-10));
        }
    }

    @Test
    void a_sheet_a_millionth_as_thick_as_wide_stays_accurate() {
        double[] sheet = {-5e5, 5e5, -5e5, 5e5, -1, 0};
        double[] v = at(sheet, 0, 0, 1e-6);
        // the infinite sheet gives −2π·thickness; the missing rest of the plane gives 4·√2·t/half-width·z…, below 1e-5
        assertThat(v[3]).isCloseTo(-2 * Math.PI, within(1e-5));
        double[] sum = new double[PrismIntegrals.COUNT];
        double[] a = at(new double[] {-5e5, 12, -5e5, 5e5, -1, 0}, 0, 0, 1e-6);
        double[] b = at(new double[] {12, 5e5, -5e5, 5e5, -1, 0}, 0, 0, 1e-6);
        for (int i = 0; i < sum.length; i++) {
            assertThat(a[i] + b[i]).isCloseTo(v[i], within(1e-11 * Math.max(1, Math.abs(v[i]))));
        }
    }

    private static double outwards(double value, double lo, double hi) {
        return value == lo ? value - 1e-7 : value == hi ? value + 1e-7 : value;
    }

    static double[] at(double[] limits, double e, double n, double u) {
        double[] out = new double[PrismIntegrals.COUNT];
        double[] box = {
            limits[0] - e,
            limits[2] - n,
            limits[4] - u,
            limits[1] - e,
            limits[3] - n,
            limits[5] - u,
            limits[1] - limits[0],
            limits[3] - limits[2],
            limits[5] - limits[4]
        };
        PrismIntegrals.add(box, 1.0, out);
        return out;
    }

    private static double error(double[] actual, double[] expected, int from, int to) {
        double norm = 0;
        double difference = 0;
        for (int i = from; i < to; i++) {
            norm = Math.max(norm, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
        }
        return difference / norm;
    }

    private static List<double[]> reference() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PrismIntegralsTest.class.getResourceAsStream("prism_reference.csv")),
                StandardCharsets.US_ASCII))) {
            return reader.lines()
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }
    }
}
