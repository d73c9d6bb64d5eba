package org.geoanomaly.gam.geophysics.deformation.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.geoanomaly.gam.geophysics.deformation.LineOfSight;
import org.geoanomaly.gam.geophysics.deformation.Mogi;
import org.geoanomaly.gam.geophysics.deformation.los.ExponentialCovariance;
import org.geoanomaly.gam.geophysics.deformation.los.LookVectors;
import org.geoanomaly.gam.geophysics.deformation.los.LosData;
import org.geoanomaly.gam.geophysics.deformation.los.Nuisance;
import org.geoanomaly.gam.geophysics.deformation.los.WhitenedData;
import org.geoanomaly.gam.geophysics.inversion.Bounds;
import org.geoanomaly.gam.geophysics.inversion.Inversion;
import org.geoanomaly.gam.geophysics.inversion.InversionMonitor;
import org.geoanomaly.gam.geophysics.inversion.InversionProblem;
import org.geoanomaly.gam.geophysics.inversion.InversionResult;
import org.geoanomaly.gam.geophysics.inversion.InversionSettings;
import org.geoanomaly.gam.geophysics.inversion.Norms;
import org.geoanomaly.gam.geophysics.inversion.Posterior;
import org.geoanomaly.gam.geophysics.inversion.Weighting;
import org.geoanomaly.gam.geophysics.magnetic.Vector3;
import org.geoanomaly.gam.geophysics.operator.DenseOperator;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.junit.jupiter.api.Test;

class VolumeOperatorTest {
    private static final RegularMesh MESH =
            RegularMesh.of(new double[] {-6000, -5000, 1000}, 12, 10, new double[] {1000, 1000}, new double[] {
                500, 700, 900, 1200, 1500
            });

    private static LosData survey(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] h = random.doubles(n, 1000, 1800).toArray();
        double[][] look = new double[3][n];
        int[] track = new int[n];
        double[] sigma = new double[n];
        Arrays.fill(sigma, 0.002);
        for (int i = 0; i < n; i++) {
            track[i] = i % 2;
            Vector3 d = (i % 2 == 0 ? new LineOfSight(39, -12) : new LineOfSight(35, -168)).direction();
            look[0][i] = d.east();
            look[1][i] = d.north();
            look[2][i] = d.up();
        }
        double[] e = random.doubles(n, -6000, 6000).toArray();
        double[] m = random.doubles(n, -5000, 5000).toArray();
        return new LosData(
                new ObservationPoints(e, m, h),
                new LookVectors(look[0], look[1], look[2]),
                new double[n],
                sigma,
                track);
    }

    private static double[] seen(LosData data, Mogi mogi) {
        double[] out = new double[data.size()];
        Arrays.setAll(out, i -> {
            Vector3 u = mogi.displacement(
                    data.points().easting(i),
                    data.points().northing(i),
                    data.points().height(i));
            return u.east() * data.look().east(i)
                    + u.north() * data.look().north(i)
                    + u.up() * data.look().up(i);
        });
        return out;
    }

    /** A sum over 20 × 20 × 20 points of each cell is the oracle; depths of Mogi count from sea level here. */
    @Test
    void a_cell_is_the_integral_of_point_sources() {
        LosData data = survey(40, 1);
        DilatationKernel kernel = new DilatationKernel(MESH, null);
        for (int c : new int[] {MESH.index(6, 5, 0), MESH.index(3, 7, 1), MESH.index(9, 2, 4)}) {
            double[] strain = new double[MESH.cells()];
            strain[c] = 1e-4;
            double[] actual = kernel.displacement(data, strain);
            double[] expected = new double[40];
            int k = c / 120;
            int s = 20;
            double volume = 1e-4 * MESH.cellVolume(k) / (s * s * s);
            for (int p = 0; p < s * s * s; p++) {
                double e = MESH.west(c % 12) + 1000 * (p % s + 0.5) / s;
                double n = MESH.south(c / 12 % 10) + 1000 * (p / s % s + 0.5) / s;
                double z = MESH.top() - MESH.depth(k) - MESH.thickness(k) * (Math.floorDiv(p, s * s) + 0.5) / s;
                for (int i = 0; i < 40; i++) {
                    double d = data.points().height(i) - z;
                    Vector3 u = new Mogi(e, n, d, volume)
                            .displacement(
                                    data.points().easting(i), data.points().northing(i));
                    expected[i] += u.east() * data.look().east(i)
                            + u.north() * data.look().north(i)
                            + u.up() * data.look().up(i);
                }
            }
            double most = Arrays.stream(expected).map(Math::abs).max().orElse(0);
            for (int i = 0; i < 40; i++) {
                assertThat(actual[i]).isCloseTo(expected[i], within(0.01 * most));
            }
        }
    }

    @Test
    void the_matrix_is_the_whitened_kernel_for_any_number_of_threads() {
        LosData data = survey(90, 2);
        ExponentialCovariance noise = new ExponentialCovariance(4e-6, 3000, 1e-6);
        WhitenedData white = new WhitenedData(data, List.of(noise, noise), Nuisance.ALL);
        DilatationKernel kernel = new DilatationKernel(MESH, null);
        DenseOperator operator = VolumeOperator.of(white, kernel, Parallelism.sequential());
        ExecutorService pool = Executors.newFixedThreadPool(2);
        DenseOperator other = VolumeOperator.of(white, kernel, Parallelism.of(pool, 3));
        pool.shutdown();
        SplittableRandom random = new SplittableRandom(1);
        double[] strain = random.doubles(MESH.cells(), -1e-5, 1e-5).toArray();
        double[] expected = new double[white.rows()];
        white.reduce(kernel.displacement(data, strain), expected);
        double[] actual = new double[white.rows()];
        operator.apply(strain, actual);
        double most = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-5 * most));
            assertThat(other.get(i, 77)).isEqualTo(operator.get(i, 77));
        }
    }

    @Test
    void cells_in_the_air_move_nothing() {
        double[] ground = new double[120];
        Arrays.fill(ground, 600);
        DilatationKernel kernel = new DilatationKernel(MESH, ground);
        assertThat(kernel.air(MESH.index(4, 4, 0))).isTrue();
        assertThat(kernel.air(MESH.index(4, 4, 1))).isFalse();
        double[] strain = new double[MESH.cells()];
        Arrays.fill(strain, 0, 120, 1);
        assertThat(kernel.displacement(survey(20, 3), strain)).containsOnly(0.0);
        assertThatThrownBy(() -> new DilatationKernel(MESH, new double[3])).hasMessageContaining("3 heights");
    }

    /** A point source of 2 million m³ at 1.7 km below the top, in the third layer; a smooth model is allowed a layer more or less. */
    @Test
    void an_inflating_source_is_found_with_its_uncertainty() {
        LosData data = survey(400, 5);
        double[] values = seen(data, new Mogi(1500, -500, 700, 2e6));
        SplittableRandom random = new SplittableRandom(8);
        Arrays.setAll(
                values,
                i -> values[i]
                        + 0.002 * random.nextGaussian()
                        + (i % 2 == 0 ? 0.05 : -0.03)
                        + 2e-6 * data.points().height(i));
        ExponentialCovariance none = new ExponentialCovariance(0, 1000, 0);
        WhitenedData white = new WhitenedData(data.withValues(values), List.of(none, none), Nuisance.ALL);
        DilatationKernel kernel = new DilatationKernel(MESH, null);
        DenseOperator operator = VolumeOperator.of(white, kernel, Parallelism.sequential());
        Inversion inversion = new Inversion(
                InversionProblem.ofWhitened(MESH, operator, white.values(), 1400),
                new InversionSettings(Norms.SMOOTH, Bounds.NONE, new Weighting.Depth(2), 1.0, 1e-4, 30),
                InversionMonitor.SILENT);
        InversionResult result = inversion.run();
        assertThat(result.converged()).isTrue();
        assertThat(result.chi()).isCloseTo(1, within(0.02));
        double[] m = result.model();
        double volume = 0;
        int peak = 0;
        for (int c = 0; c < m.length; c++) {
            volume += m[c] * MESH.cellVolume(c / 120);
            peak = m[c] > m[peak] ? c : peak;
        }
        assertThat(MESH.west(peak % 12) + 500).isCloseTo(1500, within(1001.0));
        assertThat(MESH.south(peak / 12 % 10) + 500).isCloseTo(-500, within(1001.0));
        int k = peak / 120;
        assertThat(MESH.depth(k) + 0.5 * MESH.thickness(k)).isBetween(800.0, 2800.0);
        assertThat(volume).isCloseTo(2e6, within(1e6));
        Posterior posterior = inversion.posterior(24, 1);
        double[] resolution = posterior.resolution();
        assertThat(resolution[0]).isGreaterThan(resolution[4]);
        // the data's own part of the model comes back
        double[] displaced = kernel.displacement(data, m);
        double[] residual = new double[400];
        Arrays.setAll(residual, i -> values[i] - displaced[i]);
        double[] nuisance = white.nuisance(residual);
        double rms = 0;
        for (int i = 0; i < 400; i++) {
            rms += Math.pow(residual[i] - nuisance[i], 2) / 400;
        }
        assertThat(Math.sqrt(rms)).isCloseTo(0.002, within(2e-4));
    }
}
