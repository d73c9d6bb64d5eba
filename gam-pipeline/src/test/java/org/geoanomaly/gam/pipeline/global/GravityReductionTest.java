package org.geoanomaly.gam.pipeline.global;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.unit.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GravityReductionTest {
    private static final GridGeometry NODES = GridGeometry.ofNodes(Crs.WGS84, 0, 40, -90, 90, 5, 3);

    private static FloatGrid constant(float value) {
        float[] v = new float[NODES.size()];
        Arrays.fill(v, value);
        return new FloatGrid(NODES, Unit.MILLIGAL, v);
    }

    @Test
    void gravity_on_the_ellipsoid_leaves_the_difference_to_normal_gravity() {
        // WGS84 (NIMA TR8350.2): 983218.49 mGal at the poles, 978032.53 at the equator
        FloatGrid disturbance = GravityReduction.toAnomaly(constant(980_000), "gravity_ell", 0.0, "file");
        assertThat(disturbance.get(0, 0)).isCloseTo(-3218.49f, within(0.01f));
        assertThat(disturbance.get(0, 1)).isCloseTo(1967.47f, within(0.01f));
        assertThat(disturbance.get(0, 2)).isCloseTo(-3218.49f, within(0.01f));
    }

    @Test
    void height_lowers_normal_gravity_by_nearly_a_third_of_a_milligal_a_metre() {
        float low = GravityReduction.toAnomaly(constant(978_000), "gravity", 0.0, "file")
                .get(0, 1);
        float high = GravityReduction.toAnomaly(constant(978_000), "gravity", 1000.0, "file")
                .get(0, 1);
        assertThat(high - low).isCloseTo(308.6f, within(0.3f));
    }

    @Test
    void anomalies_stay_as_they_are() {
        FloatGrid grid = constant(12);
        assertThat(GravityReduction.toAnomaly(grid, "gravity_anomaly_cl", null, "file"))
                .isSameAs(grid);
    }

    @Test
    void what_cannot_be_right_is_refused_in_one_sentence() {
        refused(constant(980_000), "gravity_anomaly", 0.0, "which is gravity itself");
        refused(constant(12), "gravity", 0.0, "gravity is near 980000");
        refused(constant(980_000), "gravity", null, "height");
        refused(constant(980_000), "gravitation_ell", 0.0, "centrifugal");
        refused(constant(980_000), "gravity_earth", 0.0, "terrain");
    }

    private static void refused(FloatGrid grid, String quantity, @Nullable Double height, String why) {
        assertThatThrownBy(() -> GravityReduction.toAnomaly(grid, quantity, height, "file.nc"))
                .isInstanceOf(GamException.class)
                .hasMessageContaining("file.nc")
                .hasMessageContaining(why);
    }
}
