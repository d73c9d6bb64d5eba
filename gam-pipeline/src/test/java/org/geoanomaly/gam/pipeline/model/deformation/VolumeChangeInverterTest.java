package org.geoanomaly.gam.pipeline.model.deformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.geoanomaly.gam.geophysics.deformation.DeformationSource;
import org.geoanomaly.gam.geophysics.deformation.FaultPlane;
import org.geoanomaly.gam.geophysics.deformation.Mogi;
import org.geoanomaly.gam.geophysics.deformation.Okada;
import org.geoanomaly.gam.geophysics.deformation.los.ExponentialCovariance;
import org.geoanomaly.gam.geophysics.deformation.los.LosData;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.error.UnitMismatchException;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.config.SingleSources;
import org.geoanomaly.gam.pipeline.data.FittedSource;
import org.geoanomaly.gam.pipeline.data.LosNames;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.plugin.Plugins;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VolumeChangeInverterTest {
    private static final double LEVEL = 700;
    private static final ExponentialCovariance NOISE = new ExponentialCovariance(9e-6, 3000, 0);
    /** 24 km wide, from 500 m above sea level down; the ground is higher everywhere. */
    private static final RegularMesh MESH =
            RegularMesh.of(new double[] {-12_000, -12_000, 500}, 24, 24, new double[] {1000, 1000}, new double[] {
                300, 400, 500, 700, 900, 1200, 1500, 1900
            });

    private static final Mogi SOURCE = new Mogi(2500, -1500, 3000, 4e6);
    private static final ProcessedData DATA = data(Unit.METRE, 1);

    private static double ground(double e, double n) {
        return 300 * Math.sin(e / 4000) * Math.cos(n / 3000) + 150;
    }

    /** Heights above sea level; the source's depth counts from 700 m. */
    private static ProcessedData data(Unit unit, double factor) {
        return data(SOURCE, unit, factor);
    }

    private static ProcessedData data(DeformationSource source, Unit unit, double factor) {
        LosData los = new Inflation(source, VolumeChangeInverterTest::ground, 10_000, 200, NOISE)
                .draw(new SplittableRandom(4));
        int n = los.size();
        double[][] c = new double[9][n];
        for (int i = 0; i < n; i++) {
            c[0][i] = los.points().easting(i);
            c[1][i] = los.points().northing(i);
            c[2][i] = los.points().height(i) + LEVEL;
            c[3][i] = factor * los.value(i);
            c[4][i] = factor * los.deviation(i);
            c[5][i] = los.look().east(i);
            c[6][i] = los.look().north(i);
            c[7][i] = los.look().up(i);
            c[8][i] = los.track(i) + 3;
        }
        double[] sill = new double[n];
        double[] range = new double[n];
        Arrays.fill(sill, factor * factor * NOISE.sill());
        Arrays.fill(range, NOISE.range());
        Map<String, double[]> further = new LinkedHashMap<>();
        further.put(LosNames.LOS_EAST, c[5]);
        further.put(LosNames.LOS_NORTH, c[6]);
        further.put(LosNames.LOS_UP, c[7]);
        further.put(LosNames.TRACK, c[8]);
        further.put(LosNames.SILL, sill);
        further.put(LosNames.RANGE, range);
        return new ProcessedData(
                "insar",
                unit.dimension() == Unit.Dimension.VELOCITY ? "los_velocity" : "los_displacement",
                unit,
                new Observations(c[0], c[1], c[2], c[3], c[4], further),
                null,
                1000,
                null,
                List.of());
    }

    private static @Nullable PropertyModel model;

    /** The model of the data by two threads, made once. */
    private static PropertyModel model() throws InterruptedException {
        PropertyModel made = model == null ? invert(DATA, 2) : model;
        model = made;
        return made;
    }

    private static PropertyModel invert(ProcessedData data, int threads) throws InterruptedException {
        return invert(data, threads, ModelingSection.DEFAULT);
    }

    private static ModelingSection with(SingleSources sources) {
        ModelingSection d = ModelingSection.DEFAULT;
        return new ModelingSection(
                d.inversionType(),
                d.mesh(),
                d.regularization(),
                d.priors(),
                d.maxIterations(),
                d.threshold(),
                d.jointWeight(),
                d.fusion(),
                d.detector(),
                sources);
    }

    private static PropertyModel invert(ProcessedData data, int threads, ModelingSection settings)
            throws InterruptedException {
        Inverter inverter =
                Plugins.of(VolumeChangeInverterTest.class.getClassLoader()).inverter("insar", "smooth");
        assertThat(inverter.id()).isEqualTo("volume-change");
        try (Workers workers = new Workers(threads)) {
            StageContext context = new StageContext(workers, StageProgress.SILENT, () -> false, 1);
            return inverter.invert(new InversionRequest(data, MESH, settings), context);
        }
    }

    @Test
    void an_inflating_body_is_found_with_what_is_known_of_it() throws InterruptedException {
        PropertyModel model = model();
        assertThat(model.property().name()).isEqualTo("volume_change");
        assertThat(model.fit().quality().converged()).isTrue();
        assertThat(model.fit().quality().chi()).isCloseTo(1, within(0.02));
        int peak = 0;
        double volume = 0;
        float[] v = model.value();
        for (int c = 0; c < v.length; c++) {
            peak = v[c] > v[peak] ? c : peak;
            volume += v[c] * MESH.cellVolume(c / 576);
            assertThat(model.deviation()[c])
                    .isLessThanOrEqualTo(model.prior()[c])
                    .isPositive();
        }
        assertThat(Math.abs(MESH.west(peak % 24) + 500 - 2500)).isLessThan(1501);
        assertThat(Math.abs(MESH.south(peak / 24 % 24) + 500 + 1500)).isLessThan(1501);
        // 3000 m below 700 m is 2800 m below the top: a smooth model is allowed a layer more or less
        assertThat(peak / 576).isBetween(3, 6);
        assertThat(volume).isCloseTo(4e6, within(2e6));
        int corner = MESH.index(0, 23, 3);
        assertThat((double) model.deviation()[corner] / model.prior()[corner]).isGreaterThan(0.97);
        double[] predicted = model.fit().predicted();
        double rms = 0;
        for (int i = 0; i < predicted.length; i++) {
            rms += Math.pow(predicted[i] - DATA.observations().value()[i], 2) / predicted.length;
        }
        assertThat(Math.sqrt(rms)).isBetween(1e-3, 4.5e-3);
    }

    @Test
    void the_strongest_body_gets_a_source_with_intervals() throws InterruptedException {
        List<FittedSource> sources = model().fit().sources();
        assertThat(sources).hasSize(1);
        FittedSource found = sources.get(0);
        assertThat(found.kind()).isEqualTo("mogi");
        assertThat(found.easting())
                .isCloseTo(2500, within(4 * found.parameters().get(0).deviation()));
        assertThat(found.northing())
                .isCloseTo(-1500, within(4 * found.parameters().get(1).deviation()));
        assertThat(found.height())
                .isCloseTo(LEVEL - 3000, within(4 * found.parameters().get(2).deviation()));
        FittedSource.Parameter volume = found.parameters().get(3);
        assertThat(volume.unit()).isEqualTo("m3");
        assertThat(volume.interval95().get(0)).isLessThan(4e6);
        assertThat(volume.interval95().get(1)).isGreaterThan(4e6);
        assertThat(found.correlation().get(2).get(3)).isGreaterThan(0.5);
        assertThat(found.fit().residualReduction()).isGreaterThan(0.4);
    }

    @Test
    void a_dike_gets_a_rectangle_where_rectangles_are_asked_for() throws InterruptedException {
        FaultPlane plane = new FaultPlane(2000, -1000, 2600, 35, 70, 6000, 2500);
        PropertyModel model = invert(data(new Okada(plane, 0, 0, 1.5), Unit.METRE, 1), 2, with(SingleSources.OKADA));
        assertThat(model.fit().sources())
                .as(model.fit().quality().notes().toString())
                .hasSize(1);
        FittedSource found = model.fit().sources().get(0);
        assertThat(found.kind()).isEqualTo("okada");
        assertThat(found.parameters())
                .extracting(FittedSource.Parameter::name)
                .containsExactly("easting", "northing", "top_depth", "strike", "dip", "length", "width", "opening");
        // depths of the answer count from the mean ground, that of the dike from 700 m
        double ground = Arrays.stream(DATA.observations().height()).average().orElse(0) - LEVEL;
        double[] truth = {2000, -1000, ground + 2600 - 1250 * Math.sin(Math.toRadians(70)), 35, 70, 6000, 2500, 1.5};
        double potency = 1;
        for (int k = 0; k < truth.length; k++) {
            FittedSource.Parameter p = found.parameters().get(k);
            assertThat(p.value()).as(p.toString()).isCloseTo(truth[k], within(4 * p.deviation()));
            potency *= k < 5 ? 1 : p.value() / truth[k];
        }
        assertThat(potency).isBetween(0.8, 1.25);
        assertThat(found.height()).isCloseTo(LEVEL - 2600, within(600.0));
        assertThat(found.fit().residualReduction()).isGreaterThan(0.9);
        assertThat(model.fit().quality().notes()).anyMatch(n -> n.startsWith("rectangle with its upper edge"));
    }

    @Test
    void no_source_is_fitted_where_none_is_asked_for() throws InterruptedException {
        PropertyModel found = invert(DATA, 2, with(SingleSources.NONE));
        assertThat(found.fit().sources()).isEmpty();
        assertThat(found.value()).isEqualTo(model().value());
    }

    @Test
    void threads_and_units_do_not_matter_and_velocities_say_so() throws InterruptedException {
        PropertyModel one = model();
        PropertyModel three = invert(DATA, 3);
        assertThat(three.value()).isEqualTo(one.value());
        assertThat(three.deviation()).isEqualTo(one.deviation());
        assertThat(three.fit().sources()).isEqualTo(one.fit().sources());
        PropertyModel yearly = invert(data(Unit.MILLIMETRE_PER_YEAR, 1000), 2);
        for (int c = 0; c < one.value().length; c++) {
            assertThat(yearly.value()[c]).isCloseTo(one.value()[c], within(1e-2f * Math.abs(one.value()[c]) + 1e-8f));
        }
        assertThat(yearly.fit().predicted()[5]).isCloseTo(1000 * one.fit().predicted()[5], within(0.1));
        assertThat(yearly.fit().quality().notes()).anyMatch(n -> n.contains("per volume and year"));
        assertThat(yearly.fit().sources().get(0).parameters().get(3).unit()).isEqualTo("m3/yr");
    }

    /** Fifty times the noise that the data have makes them smaller than it: the model would be empty. */
    @Test
    void noise_that_is_stated_too_large_is_sized_by_the_data() throws InterruptedException {
        Observations o = DATA.observations();
        Map<String, double[]> further = new LinkedHashMap<>(o.further());
        further.put(LosNames.SILL, times(o.further().get(LosNames.SILL), 2500));
        Observations loud =
                new Observations(o.easting(), o.northing(), o.height(), o.value(), times(o.uncertainty(), 50), further);
        PropertyModel found = invert(
                new ProcessedData("insar", "los_displacement", Unit.METRE, loud, null, 1000, null, List.of()), 2);
        assertThat(found.fit().quality().notes()).anyMatch(n -> n.contains("by generalised cross-validation: 0.0"));
        assertThat(found.fit().sources()).hasSize(1);
        assertThat(found.fit().sources().get(0).height())
                .isCloseTo(
                        LEVEL - 3000,
                        within(4
                                * found.fit()
                                        .sources()
                                        .get(0)
                                        .parameters()
                                        .get(2)
                                        .deviation()));
    }

    private static double[] times(double @Nullable [] column, double factor) {
        return column == null
                ? new double[0]
                : Arrays.stream(column).map(v -> factor * v).toArray();
    }

    @Test
    void what_cannot_be_inverted_is_refused_in_words() {
        Observations o = DATA.observations();
        Observations bare =
                new Observations(o.easting(), o.northing(), o.height(), o.value(), o.uncertainty(), Map.of());
        ProcessedData without =
                new ProcessedData("insar", "los_displacement", Unit.METRE, bare, null, 1000, null, List.of());
        assertThatThrownBy(() -> invert(without, 1))
                .isInstanceOf(PreprocessingException.class)
                .hasMessageContaining("come without track");
        ProcessedData gravity = new ProcessedData("insar", "x", Unit.MILLIGAL, o, null, 1000, null, List.of());
        assertThatThrownBy(() -> invert(gravity, 1)).isInstanceOf(UnitMismatchException.class);
        assertThatThrownBy(() -> {
                    try (Workers workers = new Workers(1)) {
                        new VolumeChangeInverter()
                                .invert(
                                        new InversionRequest(DATA, MESH, ModelingSection.DEFAULT),
                                        new StageContext(workers, StageProgress.SILENT, () -> true, 1));
                    }
                })
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void memory_grows_with_cells_times_data_and_is_bounded_for_planned_meshes() {
        VolumeChangeInverter inverter = new VolumeChangeInverter();
        long real = inverter.memory(new InversionRequest(DATA, MESH, ModelingSection.DEFAULT));
        long cells = 40L * 40 * 8;
        assertThat(real).isGreaterThan(4 * cells * 400).isLessThan(4 * cells * 400 + (128L << 20));
        int n = 10_000;
        Observations nodes =
                new Observations(new double[n], new double[n], new double[n], new double[n], new double[n], Map.of());
        ProcessedData planned =
                new ProcessedData("insar", "planned", Unit.DIMENSIONLESS, nodes, null, 1000, null, List.of());
        assertThat(inverter.memory(new InversionRequest(planned, MESH, ModelingSection.DEFAULT)))
                .isLessThan(4 * cells * 2000 + (128L << 20));
    }
}
