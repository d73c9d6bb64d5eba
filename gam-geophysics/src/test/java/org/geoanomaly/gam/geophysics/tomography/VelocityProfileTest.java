package org.geoanomaly.gam.geophysics.tomography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.junit.jupiter.api.Test;

class VelocityProfileTest {
    @Test
    void tables_are_read_between_their_depths() {
        VelocityProfile ak135 = VelocityProfile.ak135();
        assertEquals(5800, ak135.velocity(Phase.P, 0, 0, -2000));
        assertEquals(5800, ak135.velocity(Phase.P, 0, 0, 10_000));
        assertEquals(6500, ak135.velocity(Phase.P, 0, 0, 20_000));
        assertEquals(4480, ak135.velocity(Phase.S, 0, 0, 35_000));
        assertEquals(8237.5, ak135.velocity(Phase.P, 0, 0, 187_500), 1e-9);
        assertEquals(3360, VelocityProfile.iasp91().velocity(Phase.S, 0, 0, 0));
        assertEquals(6380, ak135.scaled(1.1).velocity(Phase.P, 0, 0, 0), 1e-9);
    }

    @Test
    void flattening_gives_the_time_over_a_sphere_on_a_plane() {
        // straight down, a sphere and a plane differ by the logarithm of the radius only: less than z/2R
        VelocityProfile flat = VelocityProfile.of("one", new double[][] {{0, 6, 3.5}, {60, 6, 3.5}})
                .flattened();
        assertEquals(6000 * 6371.0 / (6371 - 60), flat.velocity(Phase.P, 0, 0, 60_000), 1e-6);
    }

    @Test
    void impossible_tables_are_refused() {
        assertThrows(
                IllegalArgumentException.class, () -> VelocityProfile.of("up", new double[][] {{10, 6, 3}, {5, 7, 4}}));
        assertThrows(IllegalArgumentException.class, () -> VelocityProfile.of("none", new double[0][]));
        assertThrows(IllegalArgumentException.class, () -> VelocityProfile.of("slow", new double[][] {{0, 0, 3}}));
    }

    @Test
    void the_best_starting_model_is_the_true_one_and_its_factor_is_seen() {
        Box box = new Box(4, 10, 21);
        double[] times = box.times(new double[box.mesh.cells()], box.marching());
        TomographyProblem problem = box.problem(box.picks.withTimes(Box.noisy(times, 1)), false);
        ReferenceVelocity fast = (phase, x, y, z) -> 1.05 * Box.REFERENCE.velocity(phase, x, y, z);
        ReferenceVelocity even = (phase, x, y, z) -> phase == Phase.P ? 5000 : 2800;
        StartingModel.Choice choice = StartingModel.best(
                problem,
                List.of(fast, even, Box.REFERENCE),
                true,
                box.marching(),
                Parallelism.sequential(),
                TomographyMonitor.SILENT);
        assertEquals(2, choice.index());
        assertEquals(1.0, choice.chi(), 0.3);
        StartingModel.Choice only = StartingModel.best(
                problem, List.of(fast), true, box.marching(), Parallelism.sequential(), TomographyMonitor.SILENT);
        assertEquals(1.05, only.slowness(), 0.02);
    }
}
