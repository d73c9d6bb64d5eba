package org.geoanomaly.gam.pipeline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.config.MeshSpec;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.config.PreprocessingSection;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.junit.jupiter.api.Test;

/** Which cells the data support, and that they cover what they should. */
class MeshPlannerTest {
    private static final double GRID = 0.1 * MeshPlanner.METRES_PER_DEGREE;

    private static MeshPlan plan(double extent, double gravity, double magnetic, MeshSpec spec) {
        Map<String, Double> support = new LinkedHashMap<>();
        support.put("gravity", gravity);
        support.put("magnetic", magnetic);
        return MeshPlanner.plan(new MeshPlanner.Area(extent, support, 120), PreprocessingSection.DEFAULT, spec);
    }

    @Test
    void cells_are_as_fine_as_the_grid_asks_and_the_best_data_allow() {
        assertThat(plan(300_000, 5_000, 80_000, MeshSpec.DEFAULT).cellM()).isCloseTo(GRID, within(1e-6));
        assertThat(plan(300_000, 5_000, 80_000, MeshSpec.DEFAULT).gridStepDeg()).isEqualTo(0.1);
        MeshPlan coarse = plan(900_000, 80_000, 30_000, MeshSpec.DEFAULT);
        assertThat(coarse.cellM()).isEqualTo(30_000);
        assertThat(coarse.gridStepDeg()).isCloseTo(30_000 / MeshPlanner.METRES_PER_DEGREE, within(1e-9));
        assertThat(coarse.notes())
                .anyMatch(n -> n.contains("grid_res asks for 11.120 km, the best data resolve 30.000 km"));
    }

    @Test
    void finer_cells_than_the_data_support_are_made_but_not_silently() {
        MeshPlan fine = plan(300_000, 5_000, 80_000, new MeshSpec(2, 0, 0, 1.1, 8));
        assertThat(fine.cellM()).isEqualTo(2_000);
        assertThat(fine.notes())
                .anyMatch(n -> n.startsWith("warning") && n.contains("2.000 km") && n.contains("5.000 km"));
        assertThat(plan(300_000, 5_000, 80_000, new MeshSpec(6, 0, 0, 1.1, 8)).notes())
                .noneMatch(n -> n.startsWith("warning"));
    }

    @Test
    void coarse_modalities_get_the_largest_power_of_two_within_their_support() {
        for (double support : new double[] {9_999, 10_000, 19_999, 20_000, 39_999, 40_000, 79_000, 81_000, 1e6}) {
            MeshPlan plan = plan(300_000, 5_000, support, new MeshSpec(5, 0, 0, 1.1, 8));
            int f = plan.coarsening().getOrDefault("magnetic", 0);
            assertThat(plan.coarsening()).containsEntry("gravity", 1);
            assertThat(Integer.bitCount(f)).isEqualTo(1);
            assertThat(f * 5_000.0).isLessThanOrEqualTo(support);
            assertThat(f == 16 || 2 * f * 5_000.0 > support).isTrue();
            assertThat(plan.largestFactor()).isEqualTo(f);
        }
    }

    @Test
    void depth_is_a_third_of_the_extent_and_ends_in_the_lithosphere() {
        assertThat(plan(90_000, 5_000, 5_000, new MeshSpec(5, 0, 0, 1.1, 8)).maxDepthM())
                .isCloseTo(30_000, within(1e-6));
        assertThat(plan(900_000, 5_000, 5_000, MeshSpec.DEFAULT).maxDepthM()).isCloseTo(60_000, within(1e-6));
        MeshPlan deep = plan(90_000, 5_000, 5_000, new MeshSpec(5, 12, 40, 1.2, 8));
        assertThat(deep.maxDepthM()).isCloseTo(40_000, within(1e-6));
        assertThat(deep.thickness()).hasSize(12);
        assertThat(deep.notes()).anyMatch(n -> n.startsWith("warning") && n.contains("third"));
        assertThat(deep.bufferM()).isCloseTo(100_000, within(1e-6));
    }

    @Test
    void layers_begin_near_half_a_cell_and_grow_by_the_ratio() {
        for (double growth : new double[] {1, 1.1, 1.5, 3}) {
            double[] t = plan(300_000, 5_000, 5_000, new MeshSpec(5, 0, 35, growth, 8))
                    .thickness();
            assertThat(Arrays.stream(t).sum()).isCloseTo(35_000, within(1e-6));
            for (int k = 1; k < t.length; k++) {
                assertThat(t[k] / t[k - 1]).isCloseTo(growth, within(1e-9));
            }
            // the last layer decides whether one more fits, so the stretch is at most about half of its part; but eight
            // layers at least
            assertThat(t.length).isGreaterThanOrEqualTo(8);
            assertThat(t[0]).isLessThan(2_500 * 1.6);
            assertThat(t.length == 8 || t[0] > 2_500 * 0.6).isTrue();
        }
    }

    @Test
    void an_area_of_less_than_three_cells_is_refused() {
        assertThatThrownBy(() -> plan(20_000, 5_000, 5_000, MeshSpec.DEFAULT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("20.0 km wide");
    }

    @Test
    void a_tiles_mesh_covers_its_outline_wherever_it_is() {
        MeshPlan plan = plan(300_000, 12_000, 50_000, MeshSpec.DEFAULT);
        List<BoundingBox> boxes = List.of(
                new BoundingBox(-3, 3, -2, 5),
                new BoundingBox(60, 66, 178, -176),
                new BoundingBox(-80, -76, 30, 50),
                new BoundingBox(10, 12, 170, 180));
        for (BoundingBox box : boxes) {
            LocalFrame frame = new LocalFrame(
                    0.5 * (box.south() + box.north()), BoundingBox.normalizeLongitude(box.west() + 0.5 * box.width()));
            RegularMesh mesh = plan.meshOf(box, frame);
            assertThat(mesh.nx() % plan.largestFactor()).isZero();
            assertThat(mesh.ny() % plan.largestFactor()).isZero();
            assertThat(mesh.top()).isEqualTo(120);
            double[] out = new double[2];
            for (int s = 0; s <= 1000; s++) {
                double lon = BoundingBox.normalizeLongitude(box.west() + box.width() * s / 1000);
                double lat = box.south() + box.height() * (s * 37 % 1000) / 1000;
                for (double[] p : new double[][] {{lon, box.south()}, {lon, box.north()}, {lon, lat}}) {
                    frame.toLocal(p[0], p[1], out);
                    // places between those looked at for the outline may lie a few metres outside
                    assertThat(out[0]).isBetween(mesh.west(0) - 50, mesh.west(mesh.nx()) + 50);
                    assertThat(out[1]).isBetween(mesh.south(0) - 50, mesh.south(mesh.ny()) + 50);
                }
            }
            RegularMesh coarse = plan.meshFor("magnetic", mesh);
            assertThat(coarse.dx()).isEqualTo(plan.coarsening().getOrDefault("magnetic", 0) * mesh.dx());
            assertThat(coarse.west(coarse.nx())).isCloseTo(mesh.west(mesh.nx()), within(1e-6));
            assertThat(coarse.nz()).isEqualTo(mesh.nz());
        }
    }

    @Test
    void cells_are_doubled_until_the_inversion_fits_and_the_notes_say_so() {
        MeshPlan plan = plan(900_000, 12_000, 12_000, MeshSpec.DEFAULT);
        List<BoundingBox> tiles = List.of(new BoundingBox(40, 50, 0, 12));
        Map<String, org.geoanomaly.gam.pipeline.spi.Inverter> inverters =
                Map.of("gravity", new SmoothInverter(), "magnetic", new CompactInverter());
        long need = new MeshFit(inverters, ModelingSection.DEFAULT, Long.MAX_VALUE).need(plan, tiles);
        MeshPlan same = new MeshFit(inverters, ModelingSection.DEFAULT, need).fit(plan, tiles);
        assertThat(same).isSameAs(plan);
        MeshFit tight = new MeshFit(inverters, ModelingSection.DEFAULT, need - 1);
        MeshPlan fitted = tight.fit(plan, tiles);
        assertThat(fitted.cellM()).isEqualTo(2 * plan.cellM());
        assertThat(fitted.maxDepthM()).isCloseTo(plan.maxDepthM(), within(1e-6));
        assertThat(fitted.gridStepDeg()).isCloseTo(2 * plan.gridStepDeg(), within(1e-12));
        assertThat(fitted.notes()).anyMatch(n -> n.startsWith("warning") && n.contains("24.000 km wide instead"));
        assertThat(tight.need(fitted, tiles)).isLessThan(need);
        MeshFit none = new MeshFit(inverters, ModelingSection.DEFAULT, 1 << 20);
        assertThatThrownBy(() -> none.fit(plan, tiles))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("1 MB are free");
    }
}
