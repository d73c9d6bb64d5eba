package org.geoanomaly.gam.geophysics.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.body.Body;
import org.geoanomaly.gam.geophysics.body.BodyField;
import org.geoanomaly.gam.geophysics.body.Prism;
import org.geoanomaly.gam.geophysics.constants.PhysicalConstants;
import org.geoanomaly.gam.geophysics.gravity.Ellipsoid;
import org.geoanomaly.gam.geophysics.gravity.NormalGravity;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.junit.jupiter.api.Test;

class TerrainEffectTest {
    private static final double PLATE = 2.0 * Math.PI * PhysicalConstants.GRAVITATIONAL_CONSTANT * 1e5;

    /** Every cell as a prism is the oracle; coarsening must cost less than 1e-3 of the effect, far below what a DEM errs. */
    @Test
    void coarsening_far_cells_agrees_with_all_prisms() {
        Lattice lattice = new Lattice(90, 70, 100, 120);
        SplittableRandom random = new SplittableRandom(4);
        double[] elevation = new double[lattice.size()];
        for (int k = 0; k < elevation.length; k++) {
            elevation[k] = 800 * Math.sin(k % 90 / 14.0) * Math.cos(k / 90.0 / 11.0) + 50 * random.nextDouble();
        }
        elevation[77] = Double.NaN;
        TerrainEffect terrain = new TerrainEffect(lattice, 0, 0, elevation, 2670, 1030);
        double[] e = {4510, 100, 8700, 2222};
        double[] n = {4260, 8000, 60, 3333};
        double[] h = {900, 850, 1500, 820};
        double[] actual = terrain.at(new ObservationPoints(e, n, h), Parallelism.sequential());
        double scale = PLATE * 1640 * 800;
        for (int p = 0; p < e.length; p++) {
            double sum = 0.0;
            for (int k = 0; k < elevation.length; k++) {
                double z = elevation[k];
                if (z != 0.0 && !Double.isNaN(z)) {
                    double west = 100.0 * (k % 90);
                    double south = 120.0 * ((k - k % 90) / 90.0);
                    Prism cell = new Prism(west, west + 100, south, south + 120, Math.min(0, z), Math.max(0, z));
                    sum += new BodyField(List.of(Body.ofDensity(cell, z > 0 ? 2670 : 1030 - 2670)))
                                    .at(e[p], n[p], h[p])
                                    .gz()
                            * 1e5;
                }
            }
            assertThat(actual[p]).isCloseTo(sum, within(1e-3 * scale));
        }
    }

    /** A cone seen from its tip: 2πGρh(1 − sin of its slope), here 45°. The stair of cells errs by about 1 %. */
    @Test
    void a_cone_attracts_at_its_tip_as_the_closed_form_says() {
        int side = 401;
        double step = 10;
        double height = 1500;
        Lattice lattice = new Lattice(side, side, step, step);
        double[] elevation = new double[lattice.size()];
        for (int j = 0; j < side; j++) {
            for (int i = 0; i < side; i++) {
                elevation[j * side + i] = Math.max(0.0, height - step * Math.hypot(i - 200, j - 200));
            }
        }
        TerrainEffect terrain = new TerrainEffect(lattice, -2005, -2005, elevation, 2670, 1030);
        ObservationPoints tip = point(height);
        double expected = PLATE * 2670 * height * (1.0 - Math.sqrt(0.5));
        assertThat(terrain.at(tip, Parallelism.sequential())[0]).isCloseTo(expected, within(0.01 * expected));
        double plate = GravityReductions.bouguerPlate(height, 2670, 1030);
        // the correction is against a plate that ends where the elevation model does
        assertThat(terrain.correction(tip, Parallelism.sequential())[0]).isBetween(0.0, plate - expected);
    }

    @Test
    void flat_ground_needs_no_correction_and_a_pit_or_a_hill_a_positive_one() {
        Lattice lattice = new Lattice(101, 101, 100, 100);
        double[] elevation = new double[lattice.size()];
        Arrays.fill(elevation, 700);
        ObservationPoints middle = point(700);
        assertThat(corrected(lattice, elevation, middle)).isCloseTo(0, within(0.02));
        elevation[50 * 101 + 55] = 1200;
        double hill = corrected(lattice, elevation, middle);
        elevation[50 * 101 + 55] = 200;
        double pit = corrected(lattice, elevation, middle);
        assertThat(hill).isPositive();
        assertThat(pit).isPositive();
    }

    /** Over a wide ocean the correction is the plate of the rock that is missing. */
    @Test
    void at_sea_the_water_is_replaced_by_rock() {
        Lattice lattice = new Lattice(128, 128, 4000, 4000);
        double[] elevation = new double[lattice.size()];
        Arrays.fill(elevation, -2000);
        TerrainEffect terrain = new TerrainEffect(lattice, -256_000, -256_000, elevation, 2670, 1030);
        GravityAnomalies sea =
                GravityAnomalies.ofFreeAir(new double[] {-5}, point(0), terrain, Parallelism.sequential());
        double plate = -GravityReductions.bouguerPlate(-2000, 2670, 1030);
        assertThat(sea.completeBouguer()[0]).isCloseTo(-5 + plate, within(0.01 * plate));
    }

    @Test
    void observed_gravity_becomes_a_complete_bouguer_anomaly() {
        NormalGravity normal = new NormalGravity(Ellipsoid.GRS80);
        Lattice lattice = new Lattice(64, 64, 1000, 1000);
        double[] elevation = new double[lattice.size()];
        Arrays.fill(elevation, 1500);
        TerrainEffect terrain = new TerrainEffect(lattice, -32_000, -32_000, elevation, 2670, 1030);
        double gravity = normal.value(-28, 1500) * 1e5 + GravityReductions.bouguerPlate(1500, 2670, 1030) - 120;
        GravityAnomalies result = GravityAnomalies.ofObserved(
                normal, new double[] {gravity}, new double[] {-28}, point(1500), terrain, Parallelism.sequential());
        assertThat(result.freeAir()[0]).isCloseTo(167.95 - 120, within(0.1));
        assertThat(result.simpleBouguer()[0]).isCloseTo(-120, within(1e-6));
        assertThat(result.completeBouguer()[0]).isCloseTo(-120, within(0.05));
    }

    private static double corrected(Lattice lattice, double[] elevation, ObservationPoints point) {
        return new TerrainEffect(lattice, -5050, -5050, elevation, 2670, 1030)
                .correction(point, Parallelism.sequential())[0];
    }

    private static ObservationPoints point(double height) {
        return new ObservationPoints(new double[] {0}, new double[] {0}, new double[] {height});
    }
}
