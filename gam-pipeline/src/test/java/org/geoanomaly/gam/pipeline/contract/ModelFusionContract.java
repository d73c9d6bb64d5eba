package org.geoanomaly.gam.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.data.FusedModel;
import org.geoanomaly.gam.pipeline.data.ModelFit;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.spi.ModelFusion;
import org.junit.jupiter.api.Test;

/** What every fusion keeps to. The models are the contract's own: a fine one with gaps, and one of blocks of two by two columns. */
public abstract class ModelFusionContract extends PluginContract<ModelFusion> {
    private static final RegularMesh MESH = mesh(8, 100);

    private static RegularMesh mesh(int columns, double width) {
        return RegularMesh.of(
                new double[] {0, 0, 0}, columns, columns, new double[] {width, width}, new double[] {50, 60, 70});
    }

    private static PropertyModel model(String modality, RegularMesh mesh, Unit unit, double prior, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] value = new float[mesh.cells()];
        float[] sigma = new float[mesh.cells()];
        float[] tau = new float[mesh.cells()];
        Arrays.fill(tau, (float) prior);
        for (int c = 0; c < value.length; c++) {
            boolean gap = c % 7 == 0;
            value[c] = gap ? Float.NaN : (float) (prior * random.nextGaussian());
            sigma[c] = gap ? (float) prior : (float) (prior * random.nextDouble(0.1, 0.9));
        }
        ModelFit fit = new ModelFit(
                new ModelFit.Quality(true, 1, "made up", List.of()), new double[0], new double[mesh.nz()], List.of());
        return new PropertyModel(modality, new PropertyModel.Property("property", unit), mesh, value, sigma, tau, fit);
    }

    private static List<PropertyModel> models() {
        return List.of(
                model("gravity", MESH, Unit.KILOGRAM_PER_CUBIC_METRE, 200, 1),
                model("magnetic", mesh(4, 200), Unit.SUSCEPTIBILITY, 0.02, 2));
    }

    private FusedModel fused(List<PropertyModel> models, int threads) {
        try (Workers workers = new Workers(threads)) {
            return plugin().fuse(models, MESH, ModelingSection.DEFAULT, context(workers));
        }
    }

    @Test
    void contributions_of_all_modalities_add_up_to_the_score() {
        FusedModel fused = fused(models(), 2);
        assertThat(fused.contributions()).containsOnlyKeys("gravity", "magnetic");
        int known = 0;
        for (int c = 0; c < MESH.cells(); c++) {
            if (!Float.isNaN(fused.score()[c])) {
                known++;
                float sum = 0;
                for (float[] part : fused.contributions().values()) {
                    sum += Float.isNaN(part[c]) ? 0 : part[c];
                }
                assertThat(sum).isCloseTo(fused.score()[c], within(1e-5f + 1e-5f * Math.abs(sum)));
                assertThat(fused.deviation()[c]).isFinite().isPositive();
            }
        }
        assertThat(known).isGreaterThan(MESH.cells() / 2);
    }

    @Test
    void one_model_is_enough() {
        FusedModel fused = fused(models().subList(0, 1), 1);
        assertThat(fused.contributions()).containsOnlyKeys("gravity");
        assertThat(fused.score()[0]).isNaN();
    }

    @Test
    void the_same_bits_for_any_number_of_threads_and_beside_other_calls() throws InterruptedException {
        String alone = Fingerprint.of(fused(models(), 1));
        assertThat(Fingerprint.of(fused(models(), 3))).isEqualTo(alone);
        assertThat(atOnce(2, () -> Fingerprint.of(fused(models(), 2)))).containsOnly(alone);
    }

    @Test
    void the_models_stay_as_they_are() {
        List<PropertyModel> models = models();
        List<String> before = models.stream().map(Fingerprint::of).toList();
        fused(models, 2);
        assertThat(models.stream().map(Fingerprint::of).toList()).isEqualTo(before);
    }
}
