package org.geoanomaly.gam.pipeline.preprocess.insar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.FilterParams;
import org.geoanomaly.gam.pipeline.config.PreprocessingSection;
import org.geoanomaly.gam.pipeline.data.Lattice;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.LosNames;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.spi.PreprocessRequest;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A tile of 10 km with a bowl of subsidence in its middle, seen from one side or from two. */
class DisplacementPreprocessorTest {
    private static final LocalFrame FRAME = new LocalFrame(19.4, -99.1);
    private static final double[] FROM_WEST = {-0.6, -0.1, Math.sqrt(1 - 0.37)};
    private static final double[] FROM_EAST = {0.6, -0.1, Math.sqrt(1 - 0.37)};
    private static final int SIDE = 50;

    /** A table in the making: a pixel every 200 m for each track, and changes by column and row number. */
    private static final class Table {
        private final Map<String, double[]> columns = new LinkedHashMap<>();
        private final Unit unit;
        private final int rows;

        Table(Unit unit, double[]... looks) {
            this.unit = unit;
            this.rows = looks.length * SIDE * SIDE;
            for (String name :
                    new String[] {"longitude", "latitude", "value", "los_east", "los_north", "los_up", "track"}) {
                columns.put(name, new double[rows]);
            }
            double[] place = new double[2];
            Random random = new Random(5);
            for (int i = 0; i < rows; i++) {
                int pixel = i % (SIDE * SIDE);
                double[] look = looks[i / (SIDE * SIDE)];
                double e = -4900 + 200.0 * (pixel % SIDE);
                double n = -4900 + 200.0 * Math.floorDiv(pixel, SIDE);
                FRAME.toGeographic(e, n, place);
                set("longitude", i, place[0]);
                set("latitude", i, place[1]);
                set("value", i, bowl(e, n) * look[2] + 0.02 + 1e-3 * random.nextGaussian());
                set("los_east", i, look[0]);
                set("los_north", i, look[1]);
                set("los_up", i, look[2]);
                set("track", i, Math.floorDiv(i, SIDE * SIDE));
            }
        }

        void set(String column, int row, double value) {
            columns.computeIfAbsent(column, k -> new double[rows])[row] = value;
        }

        double value(int row) {
            return Objects.requireNonNull(columns.get("value"))[row];
        }

        RawData.Points points() {
            RawData.Facts facts = new RawData.Facts(
                    "insar",
                    unit == Unit.METRE ? "los_displacement" : "los_velocity",
                    unit,
                    true,
                    null,
                    null,
                    null,
                    List.of("a note of the reader"));
            return new RawData.Points(facts, columns);
        }
    }

    /** Metres up. */
    private static double bowl(double e, double n) {
        return -0.3 * Math.exp(-(e * e + n * n) / (2 * 1200.0 * 1200.0));
    }

    @Test
    void a_plane_that_is_not_to_be_estimated_is_told_to_the_inversion() throws Exception {
        ProcessedData data =
                process(new Table(Unit.METRE, FROM_WEST), new FilterParams.Insar(0.3, 2, 400, null, false, true));
        assertThat(data.observations().further().get(LosNames.RAMP)).containsOnly(0);
        assertThat(data.observations().further().get(LosNames.ELEVATION)).containsOnly(1);
    }

    @Test
    void the_offset_of_the_far_field_goes_and_the_bowl_stays() throws Exception {
        ProcessedData data = process(new Table(Unit.METRE, FROM_WEST), params(0.3, null));
        Observations o = data.observations();
        assertThat(data.unit()).isEqualTo(Unit.METRE);
        assertThat(data.quantity()).isEqualTo("los_displacement");
        assertThat(o.size()).isBetween(50, 400);
        for (int i = 0; i < o.size(); i++) {
            double expected = bowl(o.easting()[i], o.northing()[i]) * FROM_WEST[2];
            assertThat(o.value()[i]).isCloseTo(expected, within(0.03));
            assertThat(o.uncertainty()[i]).isBetween(1e-5, 0.01);
        }
        assertThat(o.further().keySet())
                .containsExactly(
                        LosNames.LOS_EAST,
                        LosNames.LOS_NORTH,
                        LosNames.LOS_UP,
                        LosNames.TRACK,
                        LosNames.SILL,
                        LosNames.RANGE,
                        LosNames.RAMP,
                        LosNames.ELEVATION);
        assertThat(data.notes())
                .contains("a note of the reader")
                .anyMatch(n -> n.contains("of a quadtree stand for 2500"));
        assertThat(data.lattice()).isNotNull();
    }

    @Test
    void a_scene_in_which_nothing_moves_is_data_everywhere() throws Exception {
        Table table = new Table(Unit.METRE, FROM_WEST);
        Random random = new Random(6);
        for (int i = 0; i < SIDE * SIDE; i++) {
            table.set("value", i, 1e-3 * random.nextGaussian());
        }
        Observations o = process(table, params(0.3, null)).observations();
        assertThat(o.size()).isBetween(64, 400);
        for (int box = 0; box < 16; box++) {
            double west = -5000 + 2500.0 * (box % 4);
            double south = -5000 + 2500.0 * Math.floorDiv(box, 4);
            assertThat(java.util.stream.IntStream.range(0, o.size())
                            .filter(i -> o.easting()[i] >= west && o.easting()[i] < west + 2500)
                            .filter(i -> o.northing()[i] >= south && o.northing()[i] < south + 2500))
                    .isNotEmpty();
        }
    }

    @Test
    void the_quadtree_is_fine_where_the_bowl_is_steep() throws Exception {
        Observations o =
                process(new Table(Unit.METRE, FROM_WEST), params(0.3, null)).observations();
        long near = count(o, 0, 2500);
        long far = count(o, 2500, 10_000);
        // the near field is a fifth of the area
        assertThat(near / 0.2).isGreaterThan(2 * far / 0.8);
    }

    private static long count(Observations o, double from, double to) {
        return java.util.stream.IntStream.range(0, o.size())
                .filter(i -> {
                    double d = Math.hypot(o.easting()[i], o.northing()[i]);
                    return d >= from && d < to;
                })
                .count();
    }

    @Test
    void a_stated_reference_does_not_move() throws Exception {
        double[] place = new double[2];
        FRAME.toGeographic(0, 0, place);
        FilterParams.Reference middle = new FilterParams.Reference(place[1], place[0], 0.3);
        ProcessedData data = process(new Table(Unit.METRE, FROM_WEST), params(0.3, middle));
        double most = Arrays.stream(data.observations().value()).max().orElse(0);
        assertThat(most).as("the far field rises against the middle").isCloseTo(0.3 * FROM_WEST[2], within(0.03));
        FilterParams.Reference nowhere = new FilterParams.Reference(0, 0, 0.3);
        assertThat(process(new Table(Unit.METRE, FROM_WEST), params(0.3, nowhere))
                        .notes())
                .anyMatch(n -> n.contains("No point lies at the reference"));
    }

    @Test
    void two_sides_give_the_upward_part_on_the_lattice() throws Exception {
        ProcessedData data = process(new Table(Unit.METRE, FROM_WEST, FROM_EAST), params(0.3, null));
        Lattice lattice = Objects.requireNonNull(data.lattice());
        int known = 0;
        for (int k = 0; k < lattice.value().length; k++) {
            double e = lattice.west() + (k % lattice.columns()) * lattice.spacing();
            double n = lattice.south() + Math.floorDiv(k, lattice.columns()) * lattice.spacing();
            if (!Float.isNaN(lattice.value()[k])) {
                known++;
                assertThat((double) lattice.value()[k]).isCloseTo(bowl(e, n), within(0.03));
            }
        }
        assertThat(known).isEqualTo(20 * 20);
        assertThat(data.notes()).anyMatch(n -> n.contains("the upward part of the motion"));
        assertThat(Arrays.stream(data.observations().further().get(LosNames.TRACK))
                        .distinct()
                        .toArray())
                .containsExactly(0, 1);
    }

    @Test
    void velocities_come_out_in_metres_a_year() throws Exception {
        Table table = new Table(Unit.MILLIMETRE_PER_YEAR, FROM_WEST);
        for (int i = 0; i < table.rows; i++) {
            table.set("value", i, 1000 * table.value(i));
            table.set("uncertainty", i, 1.0);
        }
        ProcessedData data = process(table, params(0.3, null));
        assertThat(data.unit()).isEqualTo(Unit.METRE_PER_YEAR);
        assertThat(Arrays.stream(data.observations().value()).min().orElse(0))
                .isCloseTo(-0.3 * FROM_WEST[2], within(0.03));
        assertThat(Arrays.stream(data.observations().uncertainty())).allMatch(v -> v >= 1e-4 && v < 1.0001e-3);
    }

    @Test
    void masks_and_outliers_are_counted() throws Exception {
        Table table = new Table(Unit.METRE, FROM_WEST);
        for (int i = 0; i < table.rows; i++) {
            table.set("coherence", i, i % 10 == 0 ? 0.1 : 0.8);
            table.set("component", i, i < 500 ? 2 : 1);
        }
        table.set("value", 1277, 5.0);
        table.set("value", 1278, Double.NaN);
        ProcessedData data = process(table, params(0.3, null));
        assertThat(data.notes())
                .contains("1 points have no value, place or line of sight and were left out.")
                .contains("track 0: 250 of 2499 points with a coherence below 0.30 were left out.")
                .contains(
                        "450 of 2249 points of track 0 lie in other connected components than the largest and were left out.")
                .anyMatch(n -> n.startsWith("1 of 1799 points of track 0 differ by more than 8"));
        assertThat(Arrays.stream(data.observations().value()).max().orElse(9)).isLessThan(0.1);
    }

    @Test
    void points_are_placed_on_their_own_height_or_at_sea_level() throws Exception {
        Table table = new Table(Unit.METRE, FROM_WEST);
        for (int i = 0; i < table.rows; i++) {
            table.set("height", i, i < 5 ? Double.NaN : 2240);
        }
        ProcessedData data = process(table, params(0.3, null));
        assertThat(data.notes()).contains("5 points state no height; they were placed at sea level.");
        assertThat(data.observations().height()[data.observations().size() / 2]).isCloseTo(2240, within(1e-6));
    }

    @Test
    void few_points_pass_as_they_are() throws Exception {
        Table table = new Table(Unit.METRE, FROM_WEST);
        ProcessedData data = process(table, new FilterParams.Insar(0.3, 1, 5000, null, true, true));
        assertThat(data.observations().size()).isEqualTo(2500);
        assertThat(data.notes()).noneMatch(n -> n.contains("quadtree"));
    }

    @Test
    void the_noise_of_the_far_field_is_that_of_the_data() throws Exception {
        ProcessedData data =
                process(new Table(Unit.METRE, FROM_WEST), new FilterParams.Insar(0.3, 1, 5000, null, true, true));
        assertThat(data.observations().uncertainty()[0]).isCloseTo(1e-3, within(2e-4));
        assertThat(Math.sqrt(
                        Objects.requireNonNull(data.observations().further().get(LosNames.SILL))[0]))
                .isLessThan(5e-3);
    }

    @Test
    void units_mistaken_for_metres_show_by_their_size() {
        Table table = new Table(Unit.METRE, FROM_WEST);
        for (int i = 0; i < table.rows; i++) {
            table.set("value", i, 1000 * table.value(i));
        }
        assertThatThrownBy(() -> process(table, params(0.3, null)))
                .isInstanceOf(PreprocessingException.class)
                .hasMessageContaining("more than the ground makes");
        assertThatThrownBy(() -> process(new Table(Unit.RADIAN, FROM_WEST), params(0.3, null)))
                .isInstanceOf(PreprocessingException.class)
                .hasMessageContaining("phase must be converted");
    }

    @Test
    void nothing_left_is_told_with_what_to_do() {
        Table table = new Table(Unit.METRE, FROM_WEST);
        for (int i = 0; i < table.rows; i++) {
            table.set("coherence", i, 0.2);
        }
        assertThatThrownBy(() -> process(table, params(0.9, null)))
                .isInstanceOf(PreprocessingException.class)
                .hasMessageContaining("has a coherence of 0.9");
        Table elsewhere = new Table(Unit.METRE, FROM_WEST);
        for (int i = 0; i < elsewhere.rows; i++) {
            elsewhere.set("latitude", i, 25);
        }
        assertThatThrownBy(() -> process(elsewhere, params(0.3, null)))
                .hasMessageContaining("no insar point lies in the tile");
    }

    @Test
    void the_same_input_gives_the_same_numbers_and_a_wish_to_stop_is_heard() throws Exception {
        ProcessedData a = process(new Table(Unit.METRE, FROM_WEST), params(0.3, null));
        ProcessedData b = process(new Table(Unit.METRE, FROM_WEST), params(0.3, null));
        assertThat(a.observations().value()).containsExactly(b.observations().value());
        assertThat(a.observations().further().get("sill"))
                .containsExactly(b.observations().further().get("sill"));
        assertThatThrownBy(() -> run(new Table(Unit.METRE, FROM_WEST).points(), params(0.3, null), true))
                .isInstanceOf(CancellationException.class);
    }

    private static FilterParams.Insar params(double coherence, FilterParams.@Nullable Reference reference) {
        return new FilterParams.Insar(coherence, 2, 400, reference, true, true);
    }

    private static ProcessedData process(Table table, FilterParams.Insar params) throws Exception {
        return run(table.points(), params, false);
    }

    private static ProcessedData run(RawData.Points points, FilterParams.Insar params, boolean stop) throws Exception {
        RegularMesh mesh = RegularMesh.of(
                new double[] {-5000, -5000, 0}, 20, 20, new double[] {500, 500}, new double[] {500, 500});
        BoundingBox box = new BoundingBox(19.3, 19.5, -99.2, -99.0);
        FilterParams all = new FilterParams(
                FilterParams.DEFAULT.gravity(),
                FilterParams.DEFAULT.magnetic(),
                FilterParams.DEFAULT.seismic(),
                params);
        PreprocessingSection d = PreprocessingSection.DEFAULT;
        PreprocessRequest request = new PreprocessRequest(
                points,
                new TileArea("r00c00", box, box, FRAME, mesh),
                1,
                new PreprocessingSection(d.preprocessor(), d.gridRes(), all, d.corrections(), d.regional()),
                null,
                () -> {
                    throw new AssertionError("the main field is not needed here");
                });
        try (Workers workers = new Workers(1);
                StageProgress stage = ProgressListener.SILENT.begin("preprocess", 1)) {
            return new DisplacementPreprocessor().process(request, new StageContext(workers, stage, () -> stop, 42));
        }
    }
}
