package org.geoanomaly.gam.pipeline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.error.UnitMismatchException;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.config.Priors;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.plugin.Plugins;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.junit.jupiter.api.Test;

/** What the built-in inverters promise, on one tile of the known blocks. */
class FieldInverterTest {
    private static final Scene SCENE = new Scene(Scene.THREE, 1, 4);
    private static final TileArea TILE = SCENE.tiles(2).get(0);
    private static final RegularMesh MESH = TILE.mesh();
    private static final ProcessedData GRAVITY = SCENE.data("gravity", TILE, MESH, 3);
    private static final ProcessedData MAGNETIC = SCENE.data("magnetic", TILE, MESH, 4);

    private static PropertyModel invert(Inverter inverter, ProcessedData data, ModelingSection settings, int threads)
            throws InterruptedException {
        try (Workers workers = new Workers(threads)) {
            StageContext context = new StageContext(workers, StageProgress.SILENT, () -> false, 1);
            return inverter.invert(new InversionRequest(data, MESH, settings), context);
        }
    }

    private static ModelingSection with(Priors.Prior gravity) {
        ModelingSection d = ModelingSection.DEFAULT;
        Priors p = d.priors();
        return new ModelingSection(
                d.inversionType(),
                d.mesh(),
                d.regularization(),
                new Priors(gravity, p.magnetic(), p.seismic(), p.insar()),
                d.maxIterations(),
                d.threshold(),
                d.jointWeight(),
                d.fusion(),
                d.detector());
    }

    private static ProcessedData changed(ProcessedData d, Unit unit, double factor, double add, int[] order) {
        Observations o = d.observations();
        double[] value = pick(o.value(), order);
        double[] sigma = pick(o.uncertainty(), order);
        Arrays.setAll(value, i -> factor * (value[i] + add));
        Arrays.setAll(sigma, i -> factor * sigma[i]);
        return new ProcessedData(
                d.modality(),
                d.quantity(),
                unit,
                new Observations(
                        pick(o.easting(), order),
                        pick(o.northing(), order),
                        pick(o.height(), order),
                        value,
                        sigma,
                        Map.of()),
                null,
                d.resolutionM(),
                d.ambient(),
                d.notes());
    }

    private static double[] pick(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }

    private static int[] shuffled(int n) {
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        SplittableRandom random = new SplittableRandom(9);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int t = order[i];
            order[i] = order[j];
            order[j] = t;
        }
        return order;
    }

    @Test
    void the_configuration_finds_both() {
        Plugins plugins = Plugins.of(getClass().getClassLoader());
        assertThat(plugins.inverter("gravity", "smooth")).isInstanceOf(SmoothInverter.class);
        assertThat(plugins.inverter("magnetic", "compact")).isInstanceOf(CompactInverter.class);
    }

    @Test
    void data_are_fitted_to_their_noise() throws InterruptedException {
        for (Inverter inverter : List.of(new SmoothInverter(), new CompactInverter())) {
            for (ProcessedData data : List.of(GRAVITY, MAGNETIC)) {
                PropertyModel model = invert(inverter, data, ModelingSection.DEFAULT, 2);
                assertThat(model.fit().quality().converged()).isTrue();
                assertThat(model.fit().quality().chi()).isCloseTo(1, within(0.03));
                double chi = 0;
                Observations o = data.observations();
                for (int i = 0; i < o.size(); i++) {
                    chi += Math.pow((o.value()[i] - model.fit().predicted()[i]) / o.uncertainty()[i], 2) / o.size();
                }
                assertThat(chi).isCloseTo(model.fit().quality().chi(), within(1e-9));
                assertThat(model.mesh()).isSameAs(MESH);
                assertThat(model.fit().steps()).isNotEmpty();
                for (int c = 0; c < MESH.cells(); c++) {
                    assertThat(model.deviation()[c]).isGreaterThan(0).isLessThanOrEqualTo(model.prior()[c]);
                }
            }
        }
    }

    @Test
    void order_unit_and_base_level_of_the_data_do_not_matter() throws InterruptedException {
        PropertyModel model = invert(new SmoothInverter(), GRAVITY, ModelingSection.DEFAULT, 1);
        int[] order = shuffled(GRAVITY.observations().size());
        double factor = Unit.MILLIGAL.factorTo(Unit.MICROMETRE_PER_SECOND_SQUARED);
        ProcessedData other = changed(GRAVITY, Unit.MICROMETRE_PER_SECOND_SQUARED, factor, 300, order);
        PropertyModel same = invert(new SmoothInverter(), other, ModelingSection.DEFAULT, 1);
        assertThat(same.value()).usingComparatorWithPrecision(0.01f).containsExactly(model.value());
        for (int i = 0; i < order.length; i++) {
            double expected = factor * (model.fit().predicted()[order[i]] + 300);
            assertThat(same.fit().predicted()[i]).isCloseTo(expected, within(0.01));
        }
        assertThat(same.fit().quality().notes()).anyMatch(n -> n.contains("base level"));
    }

    @Test
    void threads_do_not_matter() throws InterruptedException {
        PropertyModel one = invert(new SmoothInverter(), MAGNETIC, ModelingSection.DEFAULT, 1);
        PropertyModel three = invert(new SmoothInverter(), MAGNETIC, ModelingSection.DEFAULT, 3);
        assertThat(three.value()).isEqualTo(one.value());
        assertThat(three.deviation()).isEqualTo(one.deviation());
        assertThat(three.prior()).isEqualTo(one.prior());
        assertThat(three.fit().predicted()).isEqualTo(one.fit().predicted());
    }

    @Test
    void bounds_hold_and_are_told() throws InterruptedException {
        PropertyModel free = invert(new SmoothInverter(), GRAVITY, ModelingSection.DEFAULT, 2);
        assertThat(free.fit().quality().notes()).noneMatch(n -> n.contains("bounds"));
        PropertyModel bounded = invert(new SmoothInverter(), GRAVITY, with(new Priors.Prior(0, 200, -120, 130)), 2);
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float v : bounded.value()) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        assertThat(low).isGreaterThanOrEqualTo(-120);
        assertThat(high).isLessThanOrEqualTo(130).isGreaterThan(125);
        assertThat(bounded.fit().quality().notes()).anyMatch(n -> n.contains("bounds of modeling.priors.gravity"));
        assertThat(bounded.fit().quality().chi()).isCloseTo(1, within(0.03));
    }

    /** A slab under the whole area is all but a constant field, which is no part of the data. */
    @Test
    void values_are_contrasts_to_the_priors_mean() throws InterruptedException {
        PropertyModel zero = invert(new SmoothInverter(), GRAVITY, ModelingSection.DEFAULT, 2);
        PropertyModel hundred = invert(new SmoothInverter(), GRAVITY, with(new Priors.Prior(5, 200, -1000, 1000)), 2);
        assertThat(hundred.fit().quality().notes()).anyMatch(n -> n.contains("contrasts are to 5.0 kg/m³"));
        assertThat(hundred.fit().quality().chi()).isCloseTo(1, within(0.03));
        assertThat(mean(hundred.value())).isLessThan(mean(zero.value()));
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    @Test
    void noise_alone_gives_an_empty_model_and_says_so() throws InterruptedException {
        Scene empty = new Scene(List.of(), 1, 4);
        int quiet = 0;
        for (int seed = 0; seed < 4; seed++) {
            PropertyModel model =
                    invert(new SmoothInverter(), empty.data("gravity", TILE, MESH, seed), ModelingSection.DEFAULT, 2);
            assertThat(model.fit().quality().converged()).isTrue();
            quiet += model.fit().quality().notes().stream().anyMatch(n -> n.contains("no larger than their noise"))
                    ? 1
                    : 0;
            for (int c = 0; c < MESH.cells(); c++) {
                assertThat(Math.abs(model.value()[c])).isLessThan(3);
            }
        }
        assertThat(quiet).isBetween(1, 4);
    }

    @Test
    void it_stops_when_told_to() {
        for (int calls : new int[] {0, 3, 30}) {
            AtomicInteger asked = new AtomicInteger();
            try (Workers workers = new Workers(2)) {
                StageContext context =
                        new StageContext(workers, StageProgress.SILENT, () -> asked.getAndIncrement() >= calls, 1);
                InversionRequest request = new InversionRequest(GRAVITY, MESH, ModelingSection.DEFAULT);
                assertThatThrownBy(() -> new SmoothInverter().invert(request, context))
                        .isInstanceOf(CancellationException.class);
            }
        }
    }

    /** The estimate is put to the test: a program with that heap and no more does the work. */
    @Test
    void the_memory_that_it_asks_for_is_enough() throws Exception {
        for (String modality : List.of("gravity", "magnetic")) {
            String[] arguments = {modality, "70", "8", "flat"};
            long bytes = new SmoothInverter().memory(MemoryProbe.request(arguments));
            // 59,000 cells with padding: what the vectors alone must hold, and no more than a small multiple
            assertThat(bytes).isBetween(59_000L * 8 * 10, 59_000L * 8 * 250);
            List<String> command = new java.util.ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + bytes,
                    "-cp",
                    System.getProperty("java.class.path"),
                    MemoryProbe.class.getName()));
            command.addAll(List.of(arguments));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said).contains("done");
        }
    }

    @Test
    void what_cannot_be_inverted_is_said() {
        ProcessedData noField =
                new ProcessedData("magnetic", "q", Unit.NANOTESLA, MAGNETIC.observations(), null, 1, null, List.of());
        assertThatThrownBy(() -> invert(new SmoothInverter(), noField, ModelingSection.DEFAULT, 1))
                .isInstanceOf(PreprocessingException.class)
                .hasMessageContaining("Earth's field");
        ProcessedData wrongUnit =
                new ProcessedData("gravity", "q", Unit.NANOTESLA, GRAVITY.observations(), null, 1, null, List.of());
        assertThatThrownBy(() -> invert(new SmoothInverter(), wrongUnit, ModelingSection.DEFAULT, 1))
                .isInstanceOf(UnitMismatchException.class);
        double[] none = {};
        ProcessedData empty = new ProcessedData(
                "gravity",
                "q",
                Unit.MILLIGAL,
                new Observations(none, none, none, none, none, Map.of()),
                null,
                1,
                null,
                List.of());
        assertThatThrownBy(() -> invert(new SmoothInverter(), empty, ModelingSection.DEFAULT, 1))
                .isInstanceOf(PreprocessingException.class)
                .hasMessageContaining("no gravity observation");
    }
}
