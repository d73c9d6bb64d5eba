package org.geoanomaly.gam.geophysics.inversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.geophysics.solver.Vectors;
import org.junit.jupiter.api.Test;

/** The norm against its definition. */
class ModelNormTest {
    private static final RegularMesh MESH =
            RegularMesh.of(new double[] {0, 0, 0}, 4, 3, new double[] {10, 20}, new double[] {5, 10, 15});

    private static double[] random(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] out = new double[n];
        Arrays.setAll(out, i -> random.nextGaussian());
        return out;
    }

    private static ModelNorm norm() {
        double[] draw = random(MESH.cells(), 1);
        float[] weights = new float[draw.length];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = (float) (0.2 + Math.abs(draw[c]));
        }
        return new ModelNorm(MESH, weights, 1.0);
    }

    @Test
    void product_is_the_gradient_of_half_the_value() {
        for (boolean uneven : new boolean[] {false, true}) {
            ModelNorm norm = norm();
            if (uneven) {
                norm.reweight(random(MESH.cells(), 5), new Norms(0, 1, 0.5, 2), 0.1);
                norm.couple(random(MESH.cells(), 6), 3.0);
            }
            double[] m = random(MESH.cells(), 2);
            double[] gradient = new double[m.length];
            norm.apply(m, gradient);
            assertEquals(norm.value(m), Vectors.dot(m, gradient), 1e-9 * norm.value(m));
            double h = 1e-4;
            for (int c = 0; c < m.length; c++) {
                double[] up = m.clone();
                double[] down = m.clone();
                up[c] += h;
                down[c] -= h;
                assertEquals(gradient[c], (norm.value(up) - norm.value(down)) / (4 * h), 1e-6 * norm.value(m));
            }
        }
    }

    @Test
    void diagonal_is_that_of_the_products() {
        ModelNorm norm = norm();
        norm.couple(random(MESH.cells(), 6), 3.0);
        double[] diagonal = new double[MESH.cells()];
        norm.addDiagonal(2.0, diagonal);
        for (int c = 0; c < diagonal.length; c++) {
            double[] unit = new double[diagonal.length];
            unit[c] = 1.0;
            double[] out = new double[unit.length];
            norm.apply(unit, out);
            assertEquals(2.0 * out[c], diagonal[c], 1e-6 * diagonal[c]);
        }
    }

    @Test
    void constant_model_costs_its_volume_alone() {
        float[] ones = new float[MESH.cells()];
        Arrays.fill(ones, 1f);
        double[] m = new double[ones.length];
        Arrays.fill(m, 3.0);
        // mean layer volume counts as one: 36 cells of mean volume
        assertEquals(9.0 * 36, new ModelNorm(MESH, ones, 1.0).value(m), 1e-4);
    }

    @Test
    void coupling_to_a_model_of_the_same_structure_costs_nothing() {
        double[] other = random(MESH.cells(), 6);
        double[] m = new double[other.length];
        Arrays.setAll(m, c -> 7.0 - 2.0 * other[c]);
        ModelNorm norm = norm();
        double alone = norm.value(m);
        norm.couple(other, 100.0);
        assertEquals(alone, norm.value(m), 1e-6 * alone);
    }

    @Test
    void draws_have_the_norm_as_covariance() {
        ModelNorm norm = norm();
        double[] probe = random(MESH.cells(), 3);
        SplittableRandom random = new SplittableRandom(4);
        double[] draw = new double[probe.length];
        double sum = 0.0;
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            norm.sample(random, draw);
            double d = Vectors.dot(probe, draw);
            sum += d * d / draws;
        }
        // the variance of a variance from n draws is 2/n: four standard errors
        assertEquals(norm.value(probe), sum, 4 * Math.sqrt(2.0 / draws) * norm.value(probe));
    }
}
