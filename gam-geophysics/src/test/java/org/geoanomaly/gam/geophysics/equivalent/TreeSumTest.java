package org.geoanomaly.gam.geophysics.equivalent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.magnetic.Vector3;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.solver.Vectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree sum against every source at every point, in double precision. */
class TreeSumTest {
    private static final int POINTS = 3000;
    private static final int SOURCES = 2000;

    private final SplittableRandom random = new SplittableRandom(11);
    private final PointTree points = tree(POINTS, 0.0, 0.5, 96);
    private final PointTree sources = tree(SOURCES, -2.0, 0.5, 48);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void it_is_the_direct_sum(boolean dipoles) {
        LayerKernel kernel = dipoles
                ? new LayerKernel.Dipole(Vector3.ofDirection(35, 10), Vector3.ofDirection(-20, 60))
                : new LayerKernel.Attraction();
        double[] q = normal(SOURCES);
        double[] out = new double[POINTS];
        new TreeSum(points, sources, kernel, false).apply(q, out, Parallelism.sequential());
        double error = 0.0;
        double size = 0.0;
        for (int k = 0; k < POINTS; k++) {
            double sum = 0.0;
            for (int j = 0; j < SOURCES; j++) {
                sum += q[sources.order[j]]
                        * value(
                                kernel,
                                points.x[k] - sources.x[j],
                                points.y[k] - sources.y[j],
                                points.z[k] - sources.z[j]);
            }
            error += (out[points.order[k]] - sum) * (out[points.order[k]] - sum);
            size += sum * sum;
        }
        assertThat(Math.sqrt(error / size)).isLessThan(dipoles ? 1e-3 : 3e-4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_reversed_sum_is_the_transpose(boolean dipoles) {
        LayerKernel kernel = dipoles
                ? new LayerKernel.Dipole(Vector3.ofDirection(35, 10), Vector3.ofDirection(-20, 60))
                : new LayerKernel.Attraction();
        double[] q = normal(SOURCES);
        double[] r = normal(POINTS);
        double[] aq = new double[POINTS];
        double[] atr = new double[SOURCES];
        new TreeSum(points, sources, kernel, false).apply(q, aq, Parallelism.sequential());
        new TreeSum(sources, points, kernel, true).apply(r, atr, Parallelism.sequential());
        double scale = Math.sqrt(Vectors.dot(aq, aq) * Vectors.dot(r, r));
        assertThat(Math.abs(Vectors.dot(aq, r) - Vectors.dot(q, atr)) / scale).isLessThan(3e-4);
    }

    private static double value(LayerKernel kernel, double x, double y, double z) {
        double r = Math.sqrt(x * x + y * y + z * z);
        if (kernel instanceof LayerKernel.Dipole d) {
            Vector3 v = new Vector3(x, y, z);
            return (3 * d.field().dot(v) * d.magnetization().dot(v) - d.field().dot(d.magnetization()) * r * r)
                    / (2 * Math.PI * Math.pow(r, 5));
        }
        return z / (2 * Math.PI * r * r * r);
    }

    private PointTree tree(int n, double level, double relief, int leaf) {
        double[][] c = new double[3][n];
        for (int i = 0; i < n; i++) {
            c[0][i] = random.nextDouble(0, 60);
            c[1][i] = random.nextDouble(0, 40);
            c[2][i] = level + random.nextDouble(-relief, relief);
        }
        return new PointTree(c[0], c[1], c[2], new PointTree.Frame(0, 0, 0, 1), leaf);
    }

    private double[] normal(int n) {
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = random.nextGaussian();
        }
        return v;
    }
}
