package org.geoanomaly.gam.geophysics.inversion;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.operator.FieldKernel;
import org.geoanomaly.gam.geophysics.operator.LinearOperator;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.OnTheFlyOperator;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.geophysics.solver.Vectors;

/**
 * How far an operator that interpolates is from the exact one, in units of the data: the largest difference over observations whose exact rows are
 * computed, for a model that explains the data. Over all observations that is the error itself; over a fixed random sample it is an estimate from below.
 */
final class InterpolationTrial {
    private static final int SAMPLE = 96;

    /** Pairs of observation and cell that the check of a result may take: some seconds. */
    private static final long PAIRS = 2_000_000_000L;

    private static final long SEED = 4_711L;
    private static final int STEPS = 8;

    private final LinearOperator exact;
    private final int[] sample;

    private InterpolationTrial(
            RegularMesh mesh, ObservationPoints points, FieldKernel kernel, int size, Parallelism parallel) {
        this.sample = sample(points.size(), size);
        double[][] at = new double[3][sample.length];
        for (int i = 0; i < sample.length; i++) {
            at[0][i] = points.easting(sample[i]);
            at[1][i] = points.northing(sample[i]);
            at[2][i] = points.height(sample[i]);
        }
        this.exact = new OnTheFlyOperator(mesh, new ObservationPoints(at[0], at[1], at[2]), kernel, parallel);
    }

    /** Numbers of observations, rising: each is taken with the chance that leaves the right count (Knuth, algorithm 3.4.2 S). */
    private static int[] sample(int observations, int size) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] chosen = new int[size];
        int taken = 0;
        for (int i = 0; taken < size; i++) {
            if (random.nextInt(observations - i) < size - taken) {
                chosen[taken++] = i;
            }
        }
        return chosen;
    }

    /** A quick one, over a small sample. */
    static InterpolationTrial quick(
            RegularMesh mesh, ObservationPoints points, FieldKernel kernel, Parallelism parallel) {
        return new InterpolationTrial(mesh, points, kernel, Math.min(SAMPLE, points.size()), parallel);
    }

    /** Of a result: over all observations, or as many as take two billion pairs with cells. */
    static InterpolationTrial thorough(
            RegularMesh mesh, ObservationPoints points, FieldKernel kernel, Parallelism parallel) {
        return new InterpolationTrial(mesh, points, kernel, thoroughSize(mesh.cells(), points.size()), parallel);
    }

    static int thoroughSize(int cells, int observations) {
        return (int) Math.min(observations, Math.max(SAMPLE, PAIRS / cells));
    }

    /** The error for a model. */
    double error(double[] model, double[] predicted) {
        double[] expected = new double[sample.length];
        exact.apply(model, expected);
        double largest = 0.0;
        for (int i = 0; i < sample.length; i++) {
            largest = Math.max(largest, Math.abs(predicted[sample[i]] - expected[i]));
        }
        return largest;
    }

    /** The error for a first model, of a few steps of least squares with cells weighed by their sensitivity. */
    double trial(LinearOperator operator, double[] observed) {
        double[] scale = new double[operator.columns()];
        double[] ones = new double[observed.length];
        Arrays.fill(ones, 1.0);
        operator.normalDiagonal(ones, scale);
        double max = Arrays.stream(scale).max().orElse(0.0);
        for (int c = 0; c < scale.length; c++) {
            // the inverse of the weight that the cell has in the smooth norm
            scale[c] = 1.0 / Math.sqrt(Math.max(scale[c], 1e-10 * max));
        }
        double[] model = new double[scale.length];
        double[] left = observed.clone();
        descend(operator, scale, model, left);
        double[] predicted = observed.clone();
        Vectors.add(-1.0, left, predicted);
        return error(model, predicted);
    }

    /** Conjugate gradients on the normal equations (Björck 1996, section 7.4), preconditioned by a diagonal. */
    private static void descend(LinearOperator operator, double[] scale, double[] model, double[] left) {
        double[] gradient = new double[model.length];
        double[] direction = new double[model.length];
        double[] change = new double[left.length];
        double before = 0.0;
        for (int step = 0; step < STEPS; step++) {
            operator.applyAdjoint(left, gradient);
            double now = 0.0;
            for (int c = 0; c < gradient.length; c++) {
                now += scale[c] * gradient[c] * gradient[c];
            }
            double keep = step == 0 ? 0.0 : now / before;
            for (int c = 0; c < direction.length; c++) {
                direction[c] = scale[c] * gradient[c] + keep * direction[c];
            }
            before = now;
            operator.apply(direction, change);
            double size = Vectors.dot(change, change);
            if (!(size > 0.0)) {
                return;
            }
            Vectors.add(now / size, direction, model);
            Vectors.add(-now / size, change, left);
        }
    }
}
