package org.geoanomaly.gam.pipeline.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.geoanomaly.gam.geophysics.gravity.NormalGravity;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.BouguerCorrection;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published grids on the lattice of a tile. */
class GridInputTest {
    private interface Field {
        double at(double longitude, double latitude);
    }

    private static FloatGrid grid(GridGeometry g, Unit unit, Field field) {
        float[] v = new float[g.size()];
        for (int k = 0; k < v.length; k++) {
            v[k] = (float) field.at(g.x(k % g.columns()), g.y(k / g.columns()));
        }
        return new FloatGrid(g, unit, v);
    }

    private static GridGeometry globe(double west) {
        return new GridGeometry(Crs.WGS84, west, 90, 0.25, 0.25, 1440, 720, Registration.CELL);
    }

    private static RawData.Facts facts(String quantity, @Nullable Double height) {
        return new RawData.Facts("gravity", quantity, Unit.MILLIGAL, true, height, null, null, List.of());
    }

    /** Smooth on the sphere, also across every seam and pole. */
    private static double smooth(double lon, double lat) {
        double p = Math.toRadians(lat);
        double l = Math.toRadians(lon);
        return 50 * Math.sin(3 * Math.cos(p) * Math.cos(l))
                + 30 * Math.cos(2 * Math.cos(p) * Math.sin(l))
                + 20 * Math.sin(p);
    }

    @ParameterizedTest
    @CsvSource({"-28.5, 24, 0", "-28.5, 24, -180", "52, 0.1, 0", "-17, 179.9, -180", "-17, -179.9, 0", "86, 40, -180"})
    void nodes_get_the_value_of_their_place_whatever_meridian_the_file_begins_at(double lat, double lon, double west) {
        Scene scene = Scene.of(lat, lon, 12, 40_000);
        ProcessedData data = scene.process(new RawData.Gridded(
                facts("gravity_anomaly", 0.0), grid(globe(west), Unit.MILLIGAL, GridInputTest::smooth), null));
        assertThat(data.observations().size()).isEqualTo(144);
        double[] at = new double[2];
        for (int i = 0; i < 144; i++) {
            scene.area()
                    .frame()
                    .toGeographic(
                            data.observations().easting()[i],
                            data.observations().northing()[i],
                            at);
            assertThat(data.observations().value()[i]).isCloseTo(smooth(at[0], at[1]), within(0.1));
        }
    }

    @Test
    void gravity_at_ten_kilometres_becomes_the_disturbance() {
        Scene scene = Scene.of(45, 8, 10, 30_000);
        FloatGrid gravity =
                grid(globe(-180), Unit.MILLIGAL, (lon, lat) -> NormalGravity.at(lat, 10_000) * 1e5 + smooth(lon, lat));
        ProcessedData data = scene.process(new RawData.Gridded(facts("gravity_ell", 10_000.0), gravity, null));
        double[] at = new double[2];
        for (int i = 0; i < data.observations().size(); i++) {
            scene.area()
                    .frame()
                    .toGeographic(
                            data.observations().easting()[i],
                            data.observations().northing()[i],
                            at);
            assertThat(data.observations().value()[i]).isCloseTo(smooth(at[0], at[1]), within(0.15));
            assertThat(data.observations().height()[i]).isEqualTo(10_000);
        }
    }

    @Test
    void cells_without_data_leave_nodes_empty() {
        Scene scene = Scene.of(0, 20, 10, 50_000);
        FloatGrid half = grid(globe(-180), Unit.MILLIGAL, (lon, lat) -> lon < 20 ? 7 : Double.NaN);
        ProcessedData data = scene.process(new RawData.Gridded(facts("gravity_anomaly", 0.0), half, null));
        assertThat(data.observations().size()).isEqualTo(50);
        assertThat(Arrays.stream(data.observations().easting())).allMatch(e -> e < 0);
        assertThat(data.notes()).anyMatch(n -> n.startsWith("50 of 100 nodes have no data"));
        assertThat(Objects.requireNonNull(data.lattice()).value()[9]).isNaN();
    }

    @Test
    void uncertainty_comes_from_the_grid_or_is_stated_as_assumed() {
        Scene scene = Scene.of(0, 20, 10, 50_000);
        FloatGrid values = grid(globe(-180), Unit.MILLIGAL, GridInputTest::smooth);
        FloatGrid sigma = grid(globe(-180), Unit.MILLIGAL, (lon, lat) -> 3.5);
        ProcessedData known = scene.process(new RawData.Gridded(facts("gravity_anomaly", 0.0), values, sigma));
        assertThat(Arrays.stream(known.observations().uncertainty())).allMatch(u -> Math.abs(u - 3.5) < 1e-5);
        ProcessedData assumed = scene.process(new RawData.Gridded(facts("gravity_anomaly", 0.0), values, null));
        assertThat(Arrays.stream(assumed.observations().uncertainty())).allMatch(u -> u >= 1.0);
        assertThat(assumed.notes()).anyMatch(n -> n.contains("states no uncertainty"));
    }

    @Test
    void resolution_is_never_finer_than_the_source_and_the_notes_say_so() {
        RawData.Facts coarse =
                new RawData.Facts("gravity", "gravity_anomaly", Unit.MILLIGAL, true, 0.0, 0.5, null, List.of());
        Scene scene = Scene.of(0, 20, 10, 20_000);
        ProcessedData data = scene.process(
                new RawData.Gridded(coarse, grid(globe(-180), Unit.MILLIGAL, GridInputTest::smooth), null));
        assertThat(data.resolutionM()).isCloseTo(55_600, within(100.0));
        assertThat(data.notes()).anyMatch(n -> n.contains("nothing finer than 55.6 km comes from the data"));
        ProcessedData coarser = scene.withCoarsening(5)
                .process(new RawData.Gridded(coarse, grid(globe(-180), Unit.MILLIGAL, GridInputTest::smooth), null));
        assertThat(coarser.observations().size()).isEqualTo(4);
        assertThat(coarser.resolutionM()).isEqualTo(100_000);
        assertThat(coarser.observations().easting()[0]).isEqualTo(-50_000);
    }

    @ParameterizedTest
    @CsvSource({"PLATE, 1500, 167.9", "TERRAIN, 1500, 167.9", "PLATE, -3000, -205", "TERRAIN, -3000, -205"})
    void a_level_plateau_or_sea_attracts_like_a_plate(BouguerCorrection method, double height, double expected) {
        RawData.Gridded terrain = new RawData.Gridded(
                Scene.facts("topography", "height_above_sea_level", Unit.METRE, true),
                grid(globe(-180), Unit.METRE, (lon, lat) -> height),
                null);
        Scene scene = Scene.of(0, 20, 6, 30_000).withBouguer(method).withTerrain(terrain);
        FloatGrid nothing = grid(globe(-180), Unit.MILLIGAL, (lon, lat) -> 0);
        RawData.Gridded data = new RawData.Gridded(facts("gravity_disturbance", null), nothing, null);
        ProcessedData out = scene.process(data);
        // the prisms end 60 km beyond the tile: h / 2R of the plate is missing
        assertThat(Arrays.stream(out.observations().value()))
                .allMatch(v -> Math.abs(v + expected) < 0.02 * Math.abs(expected));
        assertThat(Arrays.stream(out.observations().height())).allMatch(h -> h == Math.max(0, height));
    }
}
