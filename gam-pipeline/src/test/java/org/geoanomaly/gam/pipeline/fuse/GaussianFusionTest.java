package org.geoanomaly.gam.pipeline.fuse;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.data.FusedModel;
import org.geoanomaly.gam.pipeline.data.ModelFit;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.plugin.Plugins;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.junit.jupiter.api.Test;

/** Fusion against Bayes' rule written out, and its laws. */
class GaussianFusionTest {
    private static final RegularMesh MESH =
            RegularMesh.of(new double[] {0, 0, 0}, 8, 4, new double[] {100, 100}, new double[] {50, 60, 70});

    private static ModelingSection joint(double weight) {
        ModelingSection d = ModelingSection.DEFAULT;
        return new ModelingSection(
                d.inversionType(),
                d.mesh(),
                d.regularization(),
                d.priors(),
                d.maxIterations(),
                d.threshold(),
                weight,
                d.fusion(),
                d.detector());
    }

    private static PropertyModel model(String modality, RegularMesh mesh, long seed, double scale) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] value = new float[mesh.cells()];
        float[] deviation = new float[mesh.cells()];
        float[] prior = new float[mesh.cells()];
        for (int c = 0; c < value.length; c++) {
            prior[c] = (float) (scale * (0.5 + random.nextDouble()));
            deviation[c] = (float) (prior[c] * (0.1 + 0.85 * random.nextDouble()));
            value[c] = (float) (2 * prior[c] * random.nextGaussian());
        }
        return of(modality, mesh, value, deviation, prior);
    }

    private static PropertyModel of(
            String modality, RegularMesh mesh, float[] value, float[] deviation, float[] prior) {
        return new PropertyModel(
                modality,
                new PropertyModel.Property("property", Unit.DIMENSIONLESS),
                mesh,
                value,
                deviation,
                prior,
                new ModelFit(
                        new ModelFit.Quality(true, 1, "made up", List.of()),
                        new double[0],
                        new double[mesh.nz()],
                        List.of()));
    }

    private static FusedModel fuse(double weight, int threads, PropertyModel... models) {
        try (Workers workers = new Workers(threads)) {
            return new GaussianFusion()
                    .fuse(
                            List.of(models),
                            MESH,
                            joint(weight),
                            new StageContext(workers, StageProgress.SILENT, () -> false, 1));
        }
    }

    @Test
    void the_configuration_finds_it() {
        assertThat(Plugins.of(getClass().getClassLoader()).fusion("gaussian")).isInstanceOf(GaussianFusion.class);
    }

    @Test
    void one_modality_alone_is_its_own_model_in_standard_deviations_of_the_configured_prior() {
        PropertyModel gravity = model("gravity", MESH, 1, 30);
        for (double weight : new double[] {0, 0.5, 1}) {
            FusedModel fused = fuse(weight, 1, gravity);
            for (int c = 0; c < MESH.cells(); c++) {
                assertThat(fused.score()[c]).isCloseTo(gravity.value()[c] / 200, within(2e-6f));
                assertThat(fused.deviation()[c]).isCloseTo(gravity.deviation()[c] / 200, within(1e-6f));
            }
        }
    }

    @Test
    void contributions_add_up_to_the_score() {
        FusedModel fused = fuse(
                0.5,
                1,
                model("gravity", MESH, 1, 30),
                model("magnetic", MESH, 2, 0.01),
                model("seismic", MESH, 3, 0.1));
        for (int c = 0; c < MESH.cells(); c++) {
            double sum = 0;
            for (float[] part : fused.contributions().values()) {
                sum += part[c];
            }
            assertThat(fused.score()[c]).isEqualTo((float) sum);
        }
    }

    @Test
    void what_one_modality_does_not_see_is_not_assessed_for_it_alone() {
        PropertyModel gravity = model("gravity", MESH, 1, 30);
        PropertyModel seismic = model("seismic", MESH, 3, 0.1);
        seismic.deviation()[4] = seismic.prior()[4];
        seismic.value()[5] = 0;
        FusedModel fused = fuse(0, 1, gravity, seismic);
        float[] part = requireNonNull(fused.contributions().get("seismic"));
        assertThat(part[4]).isNaN();
        assertThat(fused.score()[4])
                .isEqualTo(requireNonNull(fused.contributions().get("gravity"))[4]);
        assertThat(part[5]).isZero();
    }

    @Test
    void a_modality_without_information_changes_nothing() {
        PropertyModel gravity = model("gravity", MESH, 1, 30);
        PropertyModel blind = model("magnetic", MESH, 2, 0.01);
        System.arraycopy(blind.prior(), 0, blind.deviation(), 0, MESH.cells());
        FusedModel alone = fuse(0.7, 1, gravity);
        FusedModel both = fuse(0.7, 1, gravity, blind);
        assertThat(both.score()).usingComparatorWithPrecision(1e-6f).containsExactly(alone.score());
        assertThat(both.deviation()).usingComparatorWithPrecision(1e-6f).containsExactly(alone.deviation());
        assertThat(both.contributions().get("magnetic")).containsOnly(Float.NaN);
        assertThat(both.contributions().get("gravity"))
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(alone.score());
    }

    @Test
    void a_cell_that_nobody_sees_is_not_assessed() {
        PropertyModel gravity = model("gravity", MESH, 1, 30);
        gravity.deviation()[5] = gravity.prior()[5];
        gravity.value()[6] = Float.NaN;
        gravity.prior()[7] = 0;
        FusedModel fused = fuse(0.5, 1, gravity);
        for (int c = 0; c < MESH.cells(); c++) {
            boolean seen = c < 5 || c > 7;
            assertThat(Float.isNaN(fused.score()[c])).isEqualTo(!seen);
            assertThat(Float.isNaN(fused.deviation()[c])).isEqualTo(!seen);
            assertThat(Float.isNaN(requireNonNull(fused.contributions().get("gravity"))[c]))
                    .isEqualTo(!seen);
        }
    }

    @Test
    void coarse_models_count_in_all_columns_of_their_blocks() {
        RegularMesh coarse =
                RegularMesh.of(new double[] {0, 0, 0}, 4, 2, new double[] {200, 200}, new double[] {50, 60, 70});
        PropertyModel gravity = model("gravity", coarse, 1, 30);
        FusedModel fused = fuse(0.5, 1, gravity);
        for (int k = 0; k < 3; k++) {
            for (int j = 0; j < 4; j++) {
                for (int i = 0; i < 8; i++) {
                    float expected = gravity.value()[coarse.index(i / 2, j / 2, k)] / 200;
                    assertThat(fused.score()[MESH.index(i, j, k)]).isCloseTo(expected, within(2e-6f));
                }
            }
        }
        RegularMesh odd =
                RegularMesh.of(new double[] {0, 0, 0}, 3, 2, new double[] {200, 200}, new double[] {50, 60, 70});
        assertThatThrownBy(() -> fuse(0.5, 1, model("gravity", odd, 1, 30)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no blocks");
    }

    @Test
    void threads_do_not_matter() {
        PropertyModel[] models = {model("gravity", MESH, 1, 30), model("magnetic", MESH, 2, 0.01)};
        FusedModel one = fuse(0.5, 1, models);
        FusedModel four = fuse(0.5, 4, models);
        assertThat(four.score()).isEqualTo(one.score());
        assertThat(four.deviation()).isEqualTo(one.deviation());
        assertThat(four.contributions().get("magnetic"))
                .isEqualTo(one.contributions().get("magnetic"));
        assertThat(four.notes()).isEqualTo(one.notes());
    }

    @Test
    void agreeing_evidence_adds_up_if_modalities_measure_one_structure() {
        JointGaussian joint = new JointGaussian(2, 1);
        // x̂ = 0.8, σ² = 0.2: y = 1, s² = 0.25; two of them with one prior: precision 1 + 4 + 4, mean 8/9
        joint.combine(new double[] {0.8, 0.8}, new double[] {4, 4}, new double[] {0.5, 0.5}, 2);
        assertThat(joint.contribution(0) + joint.contribution(1)).isCloseTo(8.0 / 9.0, within(1e-14));
        assertThat(joint.variance()).isCloseTo(1.0 / 9.0, within(1e-14));
        JointGaussian apart = new JointGaussian(2, 0);
        apart.combine(new double[] {0.8, 0.8}, new double[] {4, 4}, new double[] {0.5, 0.5}, 2);
        assertThat(apart.contribution(0) + apart.contribution(1)).isCloseTo(0.8, within(1e-14));
        assertThat(apart.variance()).isCloseTo(0.1, within(1e-14));
    }

    @Test
    void dividing_the_prior_out_gives_back_the_data() {
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 0; n < 100; n++) {
            double tau = 1 + 10 * random.nextDouble();
            double s = 0.1 + 20 * random.nextDouble();
            double y = 5 * random.nextGaussian();
            double sigma2 = 1 / (1 / (s * s) + 1 / (tau * tau));
            double estimate = y * sigma2 / (s * s);
            double q = tau * tau / sigma2 - 1;
            assertThat(q / (tau * tau)).isCloseTo(1 / (s * s), within(1e-9 / (s * s)));
            assertThat(estimate * (1 + q) / q).isCloseTo(y, within(1e-9 * (1 + Math.abs(y))));
        }
    }

    /** The posterior of Σ a x by the two-by-two and three-by-three matrices of Bayes' rule. */
    @Test
    void combination_is_bayes_rule() {
        SplittableRandom random = new SplittableRandom(6);
        for (int run = 0; run < 200; run++) {
            int n = 2 + run % 2;
            double rho = 0.98 * random.nextDouble();
            double[] q = random.doubles(n, 0.001, 10).toArray();
            double[] y = random.doubles(n, -3, 3).toArray();
            double[] a = random.doubles(n, 0, 1).toArray();
            double[] mean = new double[n];
            List<double[]> c = new ArrayList<>();
            for (int m = 0; m < n; m++) {
                mean[m] = y[m] * q[m] / (1 + q[m]);
                double[] row = new double[n];
                java.util.Arrays.fill(row, rho);
                row[m] = 1;
                c.add(row);
            }
            double[][] precision = inverse(c.toArray(new double[0][]));
            for (int m = 0; m < n; m++) {
                precision[m][m] += q[m];
            }
            double[][] covariance = inverse(precision);
            double expected = 0;
            double variance = 0;
            for (int r = 0; r < n; r++) {
                for (int m = 0; m < n; m++) {
                    expected += a[r] * covariance[r][m] * q[m] * y[m];
                    variance += a[r] * covariance[r][m] * a[m];
                }
            }
            JointGaussian joint = new JointGaussian(n, rho);
            joint.combine(mean, q, a, n);
            double sum = 0;
            for (int m = 0; m < n; m++) {
                sum += joint.contribution(m);
            }
            assertThat(sum).isCloseTo(expected, within(1e-9));
            assertThat(joint.variance()).isCloseTo(variance, within(1e-9));
        }
    }

    /** Gauss–Jordan elimination of a small positive matrix. */
    private static double[][] inverse(double[][] m) {
        int n = m.length;
        double[][] w = new double[n][2 * n];
        for (int r = 0; r < n; r++) {
            System.arraycopy(m[r], 0, w[r], 0, n);
            w[r][n + r] = 1;
        }
        for (int k = 0; k < n; k++) {
            double pivot = w[k][k];
            for (int c = 0; c < 2 * n; c++) {
                w[k][c] /= pivot;
            }
            for (int r = 0; r < n; r++) {
                double f = w[r][k];
                for (int c = 0; r != k && c < 2 * n; c++) {
                    w[r][c] -= f * w[k][c];
                }
            }
        }
        double[][] out = new double[n][n];
        for (int r = 0; r < n; r++) {
            System.arraycopy(w[r], n, out[r], 0, n);
        }
        return out;
    }
}
