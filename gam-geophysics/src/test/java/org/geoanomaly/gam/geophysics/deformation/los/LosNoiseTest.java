package org.geoanomaly.gam.geophysics.deformation.los;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.junit.jupiter.api.Test;

class LosNoiseTest {
    private static final ExponentialCovariance NOISE = new ExponentialCovariance(4e-6, 3000, 1e-6);

    /** Mean of 20 draws over 80 km. In a scene of 40 km, ten ranges wide, the range comes out a fifth too short, as a plane takes long waves away. */
    @Test
    void the_covariance_of_noise_is_found_again() {
        int n = 800;
        SplittableRandom random = new SplittableRandom(5);
        double[] e = random.doubles(n, 0, 80_000).toArray();
        double[] m = random.doubles(n, 0, 80_000).toArray();
        CorrelatedNoise noise = new CorrelatedNoise(e, m, NOISE);
        double[] mean = new double[3];
        for (int draw = 0; draw < 20; draw++) {
            double[] v = noise.draw(random);
            for (int i = 0; i < n; i++) {
                v[i] += 0.05 + 1e-6 * e[i] - 2e-6 * m[i];
            }
            ExponentialCovariance found = CovarianceFit.of(e, m, v, 1).covariance();
            mean[0] += found.sill() / 20;
            mean[1] += found.range() / 20;
            mean[2] += found.nugget() / 20;
        }
        assertThat(mean[0]).isCloseTo(4e-6, within(0.6e-6));
        assertThat(mean[1]).isCloseTo(3000, within(600.0));
        assertThat(mean[2]).isCloseTo(1e-6, within(0.3e-6));
    }

    @Test
    void white_noise_has_a_nugget_alone() {
        SplittableRandom random = new SplittableRandom(1);
        double[] e = random.doubles(3000, 0, 1e4).toArray();
        double[] m = random.doubles(3000, 0, 1e4).toArray();
        double[] v = random.doubles(3000).map(x -> 0.01 * random.nextGaussian()).toArray();
        ExponentialCovariance found = CovarianceFit.of(e, m, v, 1).covariance();
        assertThat(found.nugget() + found.sill()).isCloseTo(1e-4, within(1e-5));
        assertThat(found.at(2000)).isLessThan(5e-6);
        assertThatThrownBy(() -> CovarianceFit.of(new double[3], new double[3], new double[3], 1))
                .hasMessageContaining("at least 10");
    }

    @Test
    void the_far_field_lies_away_from_the_signal() {
        double[] e = new double[400];
        double[] n = new double[400];
        double[] v = new double[400];
        for (int i = 0; i < 400; i++) {
            e[i] = 500.0 * (i % 20);
            n[i] = 500.0 * Math.floorDiv(i, 20);
            v[i] = 0.1 * Math.exp(-(Math.pow(e[i] - 2000, 2) + Math.pow(n[i] - 7000, 2)) / 1e6) + 1e-6 * e[i];
        }
        int[] far = FarField.of(e, n, v);
        assertThat(far.length).isBetween(195, 215);
        assertThat(Arrays.stream(far)
                        .mapToDouble(i -> Math.hypot(e[i] - 2000, n[i] - 7000))
                        .min()
                        .orElse(0))
                .isGreaterThan(3000);
    }

    /** Generalised least squares over everything at once, by normal equations, is the oracle. */
    @Test
    void whitened_least_squares_are_those_over_model_and_nuisance_together() {
        SplittableRandom random = new SplittableRandom(9);
        LosData data = survey(random, 60);
        List<ExponentialCovariance> noise = List.of(NOISE, new ExponentialCovariance(1e-6, 8000, 0));
        WhitenedData white = new WhitenedData(data, noise, Nuisance.ALL);
        assertThat(white.rows()).isEqualTo(120 - 8);
        double[] response = random.doubles(120, -1, 1).toArray();
        double[] column = new double[white.rows()];
        white.reduce(response, column);
        double[] d = white.values();
        double strength = 0;
        double norm = 0;
        for (int i = 0; i < d.length; i++) {
            strength += column[i] * d[i];
            norm += column[i] * column[i];
        }
        strength /= norm;
        double[] oracle = generalised(data, noise, response);
        assertThat(strength).isCloseTo(oracle[0], within(1e-7 * Math.abs(oracle[0])));
        assertThat(1 / Math.sqrt(norm)).isCloseTo(oracle[oracle.length - 1], within(1e-7 * oracle[oracle.length - 1]));
        double s = strength;
        double[] residual = new double[120];
        Arrays.setAll(residual, i -> data.value(i) - s * response[i]);
        double[] nuisance = white.nuisance(residual);
        for (int i = 0; i < 120; i++) {
            int t = 4 * data.track(i);
            double expected = oracle[1 + t]
                    + oracle[2 + t] * 1e-4 * data.points().easting(i)
                    + oracle[3 + t] * 1e-4 * data.points().northing(i)
                    + oracle[4 + t] * 1e-4 * data.points().height(i);
            assertThat(nuisance[i]).isCloseTo(expected, within(1e-8));
        }
    }

    @Test
    void blocks_are_whitened_as_columns_are() {
        SplittableRandom random = new SplittableRandom(2);
        LosData data = survey(random, 37);
        WhitenedData white = new WhitenedData(data, List.of(NOISE, NOISE), Nuisance.ALL);
        double[][] columns = new double[3][];
        Arrays.setAll(columns, c -> random.doubles(74, -1, 1).toArray());
        for (int t = 0; t < 2; t++) {
            int[] members = white.members(t);
            double[][] block = new double[members.length][5];
            for (int i = 0; i < members.length; i++) {
                for (int c = 0; c < 3; c++) {
                    block[i][c] = columns[c][members[i]];
                }
            }
            white.reduceBlock(t, block, 3);
            int skipped = members.length - white.rows(t);
            for (int c = 0; c < 3; c++) {
                double[] out = new double[white.rows()];
                white.reduce(columns[c], out);
                for (int i = 0; i < white.rows(t); i++) {
                    assertThat(block[skipped + i][c])
                            .isCloseTo(out[white.firstRow(t) + i], within(1e-9 * Math.abs(out[0]) + 1e-9));
                }
            }
        }
    }

    @Test
    void level_ground_has_no_elevation_term() {
        SplittableRandom random = new SplittableRandom(2);
        LosData data = survey(random, 30);
        double[] e = new double[60];
        double[] n = new double[60];
        Arrays.setAll(e, i -> data.points().easting(i));
        Arrays.setAll(n, i -> data.points().northing(i));
        double[] up = new double[60];
        Arrays.fill(up, 1);
        int[] track = new int[60];
        LosData level = new LosData(
                new ObservationPoints(e, n, new double[60]),
                new LookVectors(new double[60], new double[60], up),
                data.values(),
                up,
                track);
        assertThat(new WhitenedData(level, List.of(NOISE), Nuisance.ALL).nuisanceTerms())
                .isEqualTo(3);
        assertThat(new WhitenedData(level, List.of(NOISE), Nuisance.OFFSET).nuisanceTerms())
                .isEqualTo(1);
        assertThatThrownBy(() -> new LookVectors(new double[] {1}, new double[] {1}, new double[] {0}))
                .hasMessageContaining("no unit vector");
    }

    private static LosData survey(SplittableRandom random, int each) {
        int n = 2 * each;
        int[] track = new int[n];
        Arrays.setAll(track, i -> i % 2);
        double[] up = new double[n];
        Arrays.fill(up, 1);
        return new LosData(
                new ObservationPoints(
                        random.doubles(n, -1e4, 1e4).toArray(),
                        random.doubles(n, -1e4, 1e4).toArray(),
                        random.doubles(n, 0, 2000).toArray()),
                new LookVectors(new double[n], new double[n], up),
                random.doubles(n, -0.01, 0.01).toArray(),
                random.doubles(n, 1e-3, 2e-3).toArray(),
                track);
    }

    /** Strength, nuisance coefficients (offset, and slopes for 10 km of each) and the strength's standard deviation. */
    private static double[] generalised(LosData data, List<ExponentialCovariance> noise, double[] response) {
        int n = data.size();
        int p = 9;
        double[][] a = new double[n][p];
        double[][] c = new double[n][n];
        for (int i = 0; i < n; i++) {
            int t = 1 + 4 * data.track(i);
            a[i][0] = response[i];
            a[i][t] = 1;
            a[i][t + 1] = 1e-4 * data.points().easting(i);
            a[i][t + 2] = 1e-4 * data.points().northing(i);
            a[i][t + 3] = 1e-4 * data.points().height(i);
            for (int j = 0; j < n; j++) {
                if (data.track(i) == data.track(j)) {
                    ExponentialCovariance own = noise.get(data.track(i));
                    double h = Math.hypot(
                            data.points().easting(i) - data.points().easting(j),
                            data.points().northing(i) - data.points().northing(j));
                    c[i][j] = own.at(h) + (i == j ? own.nugget() + data.deviation(i) * data.deviation(i) : 0);
                }
            }
        }
        double[][] ca = new double[p][];
        for (int k = 0; k < p; k++) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = a[i][k];
            }
            ca[k] = solve(c, column);
        }
        double[][] normal = new double[p][p];
        double[] right = new double[p];
        for (int k = 0; k < p; k++) {
            for (int i = 0; i < n; i++) {
                right[k] += ca[k][i] * data.value(i);
                for (int l = 0; l < p; l++) {
                    normal[k][l] += ca[k][i] * a[i][l];
                }
            }
        }
        double[] unit = new double[p];
        unit[0] = 1;
        double[] out = Arrays.copyOf(solve(normal, right), p + 1);
        out[p] = Math.sqrt(solve(normal, unit)[0]);
        return out;
    }

    /** Gauss with pivots. */
    private static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] m = new double[n][];
        double[] b = right.clone();
        Arrays.setAll(m, i -> matrix[i].clone());
        for (int k = 0; k < n; k++) {
            int best = k;
            for (int i = k; i < n; i++) {
                best = Math.abs(m[i][k]) > Math.abs(m[best][k]) ? i : best;
            }
            double[] row = m[best];
            m[best] = m[k];
            m[k] = row;
            double v = b[best];
            b[best] = b[k];
            b[k] = v;
            for (int i = k + 1; i < n; i++) {
                double f = m[i][k] / m[k][k];
                for (int j = k; j < n; j++) {
                    m[i][j] -= f * m[k][j];
                }
                b[i] -= f * b[k];
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int j = k + 1; j < n; j++) {
                b[k] -= m[k][j] * b[j];
            }
            b[k] /= m[k][k];
        }
        return b;
    }
}
