package org.geoanomaly.gam.pipeline.model.seismic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.geophysics.tomography.FastMarchingTimes;
import org.geoanomaly.gam.geophysics.tomography.ForwardTimes;
import org.geoanomaly.gam.geophysics.tomography.TomographyProblem;
import org.geoanomaly.gam.geophysics.tomography.VelocityProfile;
import org.geoanomaly.gam.grid.error.UnitMismatchException;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.MeshSpec;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.data.FusedModel;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.fuse.GaussianFusion;
import org.geoanomaly.gam.pipeline.plugin.Plugins;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.junit.jupiter.api.Test;

/** Synthetic picks of a slow body, stations in the western two thirds of a tile and some outside it. */
class TomographyInverterTest {
    private static final double SIGMA = 0.03;
    private static final int STATIONS = 30;
    private static final int EVENTS = 30;
    private static final RegularMesh MESH =
            RegularMesh.of(new double[] {-60_000, -40_000, 500}, 16, 10, new double[] {8000, 8000}, new double[] {
                4000, 5000, 6000, 7000, 8000
            });

    private static ModelingSection settings() {
        ModelingSection d = ModelingSection.DEFAULT;
        return new ModelingSection(
                d.inversionType(),
                new MeshSpec(0, 0, 0, 1.1, 2),
                d.regularization(),
                d.priors(),
                d.maxIterations(),
                d.threshold(),
                d.jointWeight(),
                d.fusion(),
                d.detector());
    }

    private static boolean inBody(int i, int j, int k) {
        return i >= 4 && i < 7 && j >= 3 && j < 7 && k >= 1 && k < 4;
    }

    private static ProcessedData data(Unit unit) {
        SplittableRandom random = new SplittableRandom(5);
        double[][] station = new double[3][STATIONS];
        double[][] event = new double[3][EVENTS];
        for (int s = 0; s < STATIONS; s++) {
            station[0][s] = -70_000 + 85_000 * random.nextDouble();
            station[1][s] = -45_000 + 90_000 * random.nextDouble();
            station[2][s] = 500 + 800 * random.nextDouble();
        }
        for (int e = 0; e < EVENTS; e++) {
            event[0][e] = -65_000 + 75_000 * random.nextDouble();
            event[1][e] = -42_000 + 84_000 * random.nextDouble();
            event[2][e] = 6_000 + 26_000 * random.nextDouble();
        }
        int n = STATIONS * EVENTS;
        double[][] o = new double[5][n];
        Map<String, double[]> further = new LinkedHashMap<>();
        for (String name : List.of("event", "station", "phase", "event_easting", "event_northing", "event_depth")) {
            further.put(name, new double[n]);
        }
        for (int i = 0; i < n; i++) {
            int s = i % STATIONS;
            int e = i / STATIONS;
            for (int d = 0; d < 3; d++) {
                o[d][i] = station[d][s];
            }
            o[4][i] = SIGMA;
            column(further, "event")[i] = 7 + 2 * e;
            column(further, "station")[i] = s;
            column(further, "phase")[i] = i % 3 == 2 ? 2 : 1;
            column(further, "event_easting")[i] = event[0][e];
            column(further, "event_northing")[i] = event[1][e];
            column(further, "event_depth")[i] = event[2][e];
        }
        Observations blank = new Observations(o[0], o[1], o[2], o[3], o[4], further);
        double[] times = times(processed(blank, Unit.SECOND));
        double scale = Unit.SECOND.factorTo(unit);
        Arrays.setAll(times, i -> scale * (times[i] + SIGMA * random.nextGaussian()));
        double[] sigma = new double[n];
        Arrays.fill(sigma, scale * SIGMA);
        // what the catalogue says is off by a kilometre or two
        for (int e = 0; e < EVENTS; e++) {
            double[] off = {random.nextDouble(-2000, 2000), random.nextDouble(-2000, 2000)};
            for (int i = e * STATIONS; i < (e + 1) * STATIONS; i++) {
                column(further, "event_easting")[i] += off[0];
                column(further, "event_northing")[i] += off[1];
            }
        }
        return processed(new Observations(o[0], o[1], o[2], times, sigma, further), unit);
    }

    private static double[] column(Map<String, double[]> columns, String name) {
        return Objects.requireNonNull(columns.get(name));
    }

    private static ProcessedData processed(Observations o, Unit unit) {
        return new ProcessedData("seismic", "travel_time_residual", unit, o, null, 8000, null, List.of());
    }

    private static double[] times(ProcessedData blank) {
        double[] u = new double[MESH.cells()];
        for (int k = 0; k < MESH.nz(); k++) {
            for (int j = 0; j < MESH.ny(); j++) {
                for (int i = 0; i < MESH.nx(); i++) {
                    u[MESH.index(i, j, k)] = inBody(i, j, k) ? -Math.log(0.92) : 0.0;
                }
            }
        }
        PickTable table = PickTable.of(blank);
        TomographyProblem problem = new TomographyProblem(
                MESH,
                VelocityProfile.ak135().flattened(),
                table.stations(),
                table.events(),
                table.known(),
                table.picks());
        Parallelism one = Parallelism.sequential();
        return ForwardTimes.of(problem, u, FastMarchingTimes.on(table.nodes(MESH), one), one);
    }

    private static PropertyModel invert(ProcessedData data, int threads) throws InterruptedException {
        try (Workers workers = new Workers(threads)) {
            StageContext context = new StageContext(workers, StageProgress.SILENT, () -> false, 1);
            return new TomographyInverter().invert(new InversionRequest(data, MESH, settings()), context);
        }
    }

    @Test
    void a_slow_body_is_found_and_cells_without_rays_are_not_assessed() throws InterruptedException {
        ProcessedData data = data(Unit.SECOND);
        PropertyModel model = invert(data, 2);
        assertThat(model.property().name()).isEqualTo("velocity_perturbation");
        assertThat(model.fit().quality().converged()).isTrue();
        assertThat(model.fit().predicted()).hasSize(data.observations().size());
        assertThat(model.fit().resolution()).hasSize(MESH.nz());
        double inside = 0;
        double beside = 0;
        int n = 0;
        int m = 0;
        for (int k = 1; k < 4; k++) {
            for (int j = 0; j < MESH.ny(); j++) {
                for (int i = 0; i < 8; i++) {
                    double v = model.value()[MESH.index(i, j, k)];
                    if (inBody(i, j, k)) {
                        inside += v;
                        n++;
                    } else {
                        beside += v;
                        m++;
                    }
                }
            }
        }
        assertThat(inside / n).isBetween(-0.1, -0.03);
        assertThat(Math.abs(beside / m)).isLessThan(0.01);
        int far = MESH.index(15, 5, 4);
        assertThat(model.deviation()[far]).isEqualTo(model.prior()[far]);
        int near = MESH.index(5, 5, 1);
        assertThat(model.deviation()[near]).isLessThan(0.8f * model.prior()[near]);
        try (Workers workers = new Workers(1)) {
            FusedModel fused = new GaussianFusion()
                    .fuse(
                            List.of(model),
                            MESH,
                            settings(),
                            new StageContext(workers, StageProgress.SILENT, () -> false, 1));
            assertThat(fused.score()[far]).isNaN();
            assertThat(fused.score()[MESH.index(5, 5, 2)]).isNegative();
        }
    }

    @Test
    void threads_do_not_matter() throws InterruptedException {
        ProcessedData data = data(Unit.SECOND);
        PropertyModel one = invert(data, 1);
        PropertyModel three = invert(data, 3);
        assertThat(three.value()).isEqualTo(one.value());
        assertThat(three.deviation()).isEqualTo(one.deviation());
    }

    @Test
    void times_may_be_in_milliseconds() {
        PickTable seconds = PickTable.of(data(Unit.SECOND));
        PickTable milli = PickTable.of(data(Unit.MILLISECOND));
        for (int i = 0; i < seconds.picks().size(); i += 100) {
            assertThat(milli.picks().time(i)).isCloseTo(seconds.picks().time(i), within(1e-9));
            assertThat(milli.picks().uncertainty(i)).isCloseTo(SIGMA, within(1e-9));
        }
    }

    @Test
    void columns_and_units_that_are_wrong_are_told() {
        ProcessedData good = data(Unit.SECOND);
        Observations o = good.observations();
        ProcessedData bare = processed(
                new Observations(o.easting(), o.northing(), o.height(), o.value(), o.uncertainty(), Map.of()),
                Unit.SECOND);
        assertThatThrownBy(() -> invert(bare, 1))
                .isInstanceOf(PreprocessingException.class)
                .hasMessageContaining("column station");
        assertThatThrownBy(() -> invert(processed(o, Unit.MILLIGAL), 1)).isInstanceOf(UnitMismatchException.class);
    }

    @Test
    void memory_is_told_before_and_with_data() {
        ProcessedData good = data(Unit.SECOND);
        Inverter inverter =
                Plugins.of(TomographyInverterTest.class.getClassLoader()).inverter("seismic", "smooth");
        assertThat(inverter.id()).isEqualTo("tomography");
        Observations o = good.observations();
        ProcessedData planned = processed(
                new Observations(o.easting(), o.northing(), o.height(), o.value(), o.uncertainty(), Map.of()),
                Unit.DIMENSIONLESS);
        assertThat(inverter.memory(new InversionRequest(planned, MESH, settings())))
                .isPositive();
        assertThat(inverter.memory(new InversionRequest(good, MESH, settings())))
                .isPositive();
    }

    @Test
    void it_stops_when_asked() {
        AtomicInteger asked = new AtomicInteger();
        ProcessedData good = data(Unit.SECOND);
        try (Workers workers = new Workers(2)) {
            StageContext context =
                    new StageContext(workers, StageProgress.SILENT, () -> asked.incrementAndGet() > 50, 1);
            assertThatThrownBy(() ->
                            new TomographyInverter().invert(new InversionRequest(good, MESH, settings()), context))
                    .isInstanceOf(CancellationException.class);
        }
    }
}
