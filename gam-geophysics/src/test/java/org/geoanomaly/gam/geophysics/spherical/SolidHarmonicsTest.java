package org.geoanomaly.gam.geophysics.spherical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SolidHarmonicsTest {
    private static final int DEGREE = 8;
    private static final SolidHarmonics MODEL = random();

    private static SolidHarmonics random() {
        HarmonicCoefficients c = new HarmonicCoefficients(DEGREE);
        Random random = new Random(11);
        for (int n = 0; n <= DEGREE; n++) {
            for (int m = 0; m <= n; m++) {
                c.set(n, m, random.nextGaussian(), random.nextGaussian());
            }
        }
        return new SolidHarmonics(1.0, 1.0, c);
    }

    /** V at Earth-fixed coordinates by the kernel under test. */
    private static double kernel(SolidHarmonics v, double x, double y, double z) {
        double r = Math.sqrt(x * x + y * y + z * z);
        double lambda = Math.atan2(y, x);
        Lanes lane = new Lanes(1);
        lane.set(0, z / r, Math.hypot(x, y) / r, v.radius() / r);
        double[] sum = new double[1];
        new LegendreSums(
                        new LegendreRecursion(v.coefficients().maxDegree()),
                        new HarmonicCoefficients[] {v.coefficients()},
                        lane)
                .forEachOrder((m, live, s) -> sum[0] += (s[0][0][0] + s[0][1][0]) * Math.cos(m * lambda)
                        + (s[0][2][0] + s[0][3][0]) * Math.sin(m * lambda));
        return v.scale() * v.radius() / r * sum[0];
    }

    /**
     * V from the polynomials themselves: Pₙ by its explicit binomial series, differentiated m times term by term, normalised by factorials.
     * Shares nothing with the recursion.
     */
    private static double naive(SolidHarmonics v, double x, double y, double z) {
        double r = Math.sqrt(x * x + y * y + z * z);
        double t = z / r;
        double u = Math.hypot(x, y) / r;
        double lambda = Math.atan2(y, x);
        double sum = 0.0;
        for (int n = 0; n <= DEGREE; n++) {
            for (int m = 0; m <= n; m++) {
                double p = 0.0;
                for (int k = 0; 2 * k <= n - m; k++) {
                    double power = n - 2 * k;
                    double term = Math.pow(-1, k)
                            * factorial(2 * n - 2 * k)
                            / (Math.pow(2, n) * factorial(k) * factorial(n - k) * factorial(n - 2 * k));
                    p += term * factorial((int) power) / factorial((int) power - m) * Math.pow(t, power - m);
                }
                double norm = Math.sqrt((m == 0 ? 1 : 2) * (2 * n + 1) * factorial(n - m) / factorial(n + m));
                sum += Math.pow(v.radius() / r, n + 1)
                        * norm
                        * Math.pow(u, m)
                        * p
                        * (v.coefficients().cosine(n, m) * Math.cos(m * lambda)
                                + v.coefficients().sine(n, m) * Math.sin(m * lambda));
            }
        }
        return v.scale() * sum;
    }

    private static double factorial(int n) {
        double out = 1.0;
        for (int i = 2; i <= n; i++) {
            out *= i;
        }
        return out;
    }

    @Test
    void synthesis_equals_the_explicit_polynomials() {
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            double x = random.nextGaussian() + 0.2;
            double y = random.nextGaussian();
            double z = random.nextGaussian() + 1.0;
            double expected = naive(MODEL, x, y, z);
            assertThat(kernel(MODEL, x, y, z)).isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 1e-9, 1e-3, 0.4, 1.1})
    void gradient_equals_finite_differences_of_the_potential_even_at_the_pole(double fromAxis) {
        double x = 0.6 * fromAxis;
        double y = 0.8 * fromAxis;
        double z = 1.5;
        double[] found = new double[3];
        SolidHarmonics[] gradient = MODEL.gradient();
        for (int i = 0; i < 3; i++) {
            found[i] = kernel(gradient[i], x, y, z);
        }
        double d = 1e-3;
        double[] expected = {
            slope(
                            kernel(MODEL, x - 2 * d, y, z),
                            kernel(MODEL, x - d, y, z),
                            kernel(MODEL, x + d, y, z),
                            kernel(MODEL, x + 2 * d, y, z))
                    / d,
            slope(
                            kernel(MODEL, x, y - 2 * d, z),
                            kernel(MODEL, x, y - d, z),
                            kernel(MODEL, x, y + d, z),
                            kernel(MODEL, x, y + 2 * d, z))
                    / d,
            slope(
                            kernel(MODEL, x, y, z - 2 * d),
                            kernel(MODEL, x, y, z - d),
                            kernel(MODEL, x, y, z + d),
                            kernel(MODEL, x, y, z + 2 * d))
                    / d
        };
        // fourth-order differences: d⁴ · fifth derivative, about 1e-8 for degree 8 at r = 1.5
        assertThat(found).containsExactly(expected, within(1e-7));
    }

    private static double slope(double a, double b, double c, double e) {
        return (a - 8 * b + 8 * c - e) / 12;
    }

    @Test
    void the_potential_satisfies_laplace_equation_coefficient_by_coefficient() {
        SolidHarmonics[] g = MODEL.gradient();
        HarmonicCoefficients xx = g[0].gradient()[0].coefficients();
        HarmonicCoefficients yy = g[1].gradient()[1].coefficients();
        HarmonicCoefficients zz = g[2].gradient()[2].coefficients();
        for (int n = 0; n <= xx.maxDegree(); n++) {
            for (int m = 0; m <= n; m++) {
                assertThat(xx.cosine(n, m) + yy.cosine(n, m) + zz.cosine(n, m)).isCloseTo(0.0, within(1e-12));
                assertThat(xx.sine(n, m) + yy.sine(n, m) + zz.sine(n, m)).isCloseTo(0.0, within(1e-12));
            }
        }
    }

    @Test
    void mixed_derivatives_do_not_depend_on_their_order() {
        SolidHarmonics[] g = MODEL.gradient();
        double xz = kernel(g[0].gradient()[2], 0.3, -0.9, 1.2);
        double zx = kernel(g[2].gradient()[0], 0.3, -0.9, 1.2);
        assertThat(xz).isCloseTo(zx, within(1e-12 * Math.abs(xz) + 1e-12));
    }
}
