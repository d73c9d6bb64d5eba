package org.geoanomaly.gam.geophysics.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.gravity.Ellipsoid;
import org.geoanomaly.gam.geophysics.gravity.NormalGravity;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.junit.jupiter.api.Test;

class GravityReductionsTest {
    @Test
    void a_thousand_metres_of_rock_weigh_112_milligal() {
        assertThat(GravityReductions.bouguerPlate(1000, 2670, 1030)).isCloseTo(111.97, within(0.01));
        assertThat(GravityReductions.bouguerPlate(-1000, 2670, 1030)).isCloseTo(-68.77, within(0.01));
        assertThat(GravityReductions.simpleBouguer(0, 1000)).isCloseTo(-111.97, within(0.01));
    }

    @Test
    void normal_gravity_has_no_free_air_anomaly() {
        NormalGravity normal = new NormalGravity(Ellipsoid.GRS80);
        assertThat(GravityReductions.freeAir(normal, normal.value(33, 1500) * 1e5, 33, 1500))
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void a_wide_plateau_attracts_like_a_plate_and_an_ocean_like_a_negative_one() {
        Lattice lattice = new Lattice(80, 80, 5000, 5000);
        ObservationPoints point = new ObservationPoints(new double[] {2e5}, new double[] {2e5}, new double[] {1000});
        double[] elevation = new double[lattice.size()];
        Arrays.fill(elevation, 1000);
        double[] plateau = new TerrainEffect(lattice, 0, 0, elevation, 2670, 1030).at(point, Parallelism.sequential());
        assertThat(plateau[0]).isCloseTo(GravityReductions.bouguerPlate(1000, 2670, 1030), within(0.5));
        Arrays.fill(elevation, -1000);
        elevation[3] = Double.NaN;
        double[] ocean = new TerrainEffect(lattice, 0, 0, elevation, 2670, 1030).at(point, Parallelism.sequential());
        assertThat(ocean[0]).isCloseTo(GravityReductions.bouguerPlate(-1000, 2670, 1030), within(0.7));
    }
}
