package org.geoanomaly.gam.geophysics.inversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.solver.Vectors;
import org.junit.jupiter.api.Test;

/** Gravity and magnetic data of the same blocks. */
class JointInversionTest {
    private static final InversionSettings MAGNETIC = InversionSettings.smooth().with(Bounds.POSITIVE);

    private static JointInversion joint(SyntheticScene gravity, SyntheticScene magnetic) {
        return new JointInversion(
                gravity.problem(Parallelism.sequential()),
                InversionSettings.smooth(),
                magnetic.problem(Parallelism.sequential()),
                MAGNETIC,
                100.0,
                InversionMonitor.SILENT);
    }

    /** Share of |∇a|²|∇b|² that is not along each other. */
    private static double difference(SyntheticScene scene, JointInversion.Pair pair) {
        float[] ones = new float[scene.mesh.cells()];
        Arrays.fill(ones, 1f);
        double[] a = pair.first().model();
        double[] product = new double[a.length];
        new CrossGradient(scene.mesh, ones, pair.second().model(), 1.0).addProduct(a, product);
        double largest = Arrays.stream(a).map(Math::abs).max().orElse(0.0);
        return Vectors.dot(a, product) / (largest * largest);
    }

    @Test
    void coupled_models_grow_alike_and_fit_as_before() {
        SyntheticScene gravity = SyntheticScene.gravity(16, 8);
        SyntheticScene magnetic = SyntheticScene.magnetic(16, 8);
        List<JointInversion.Pair> sweeps = joint(gravity, magnetic).run(3);
        JointInversion.Pair last = sweeps.get(2);
        assertEquals(1.0, last.first().chi(), 0.02);
        assertEquals(1.0, last.second().chi(), 0.02);
        double before = difference(gravity, sweeps.get(0));
        double after = difference(gravity, last);
        assertTrue(after < 0.5 * before, "cross gradient " + before + " before and " + after + " after");
    }

    @Test
    void meshes_must_agree() {
        SyntheticScene gravity = SyntheticScene.gravity(8, 4);
        SyntheticScene magnetic = SyntheticScene.magnetic(10, 4);
        assertThrows(IllegalArgumentException.class, () -> joint(gravity, magnetic));
    }
}
