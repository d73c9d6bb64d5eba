package org.geoanomaly.gam.pipeline.model.deformation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.geoanomaly.gam.geophysics.deformation.DeformationSource;
import org.geoanomaly.gam.geophysics.deformation.LineOfSight;
import org.geoanomaly.gam.geophysics.deformation.los.ExponentialCovariance;
import org.geoanomaly.gam.geophysics.deformation.los.LookVectors;
import org.geoanomaly.gam.geophysics.deformation.los.LosData;
import org.geoanomaly.gam.geophysics.magnetic.Vector3;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;

/** Two tracks over a source under relief, with correlated noise, offsets, ramps and a part that grows with height. */
final class Inflation {
    static final double OWN = 1e-3;
    private static final LineOfSight[] LOOKS = {new LineOfSight(39, -12), new LineOfSight(35, -168)};

    private final int each;
    private final double[][] columns = new double[6][];
    private final int[] track;
    private final double[] clean;
    private final double[][][] factors = new double[2][][];

    /**
     * A survey.
     *
     * @param ground height at a place, relative to the level that the source's depth counts from
     */
    Inflation(
            DeformationSource source, DoubleBinaryOperator ground, double half, int each, ExponentialCovariance noise) {
        this.each = each;
        SplittableRandom random = new SplittableRandom(31);
        int n = 2 * each;
        columns[0] = random.doubles(n, -half, half).toArray();
        columns[1] = random.doubles(n, -half, half).toArray();
        for (int c = 2; c < 6; c++) {
            columns[c] = new double[n];
        }
        track = new int[n];
        clean = new double[n];
        for (int i = 0; i < n; i++) {
            track[i] = i / each;
            columns[2][i] = ground.applyAsDouble(columns[0][i], columns[1][i]);
            Vector3 d = LOOKS[track[i]].direction();
            columns[3][i] = d.east();
            columns[4][i] = d.north();
            columns[5][i] = d.up();
            clean[i] = d.dot(source.displacement(columns[0][i], columns[1][i], columns[2][i]));
        }
        for (int t = 0; t < 2; t++) {
            factors[t] = factor(t * each, noise);
        }
    }

    private double[][] factor(int from, ExponentialCovariance c) {
        double[][] l = new double[each][each];
        for (int i = 0; i < each; i++) {
            for (int j = 0; j <= i; j++) {
                double h = Math.hypot(
                        columns[0][from + i] - columns[0][from + j], columns[1][from + i] - columns[1][from + j]);
                double sum = i == j ? c.sill() : c.at(h);
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-14)) : sum / l[j][j];
            }
        }
        return l;
    }

    /** A draw of noise and nuisance. */
    LosData draw(SplittableRandom random) {
        int n = 2 * each;
        double[] value = clean.clone();
        for (int t = 0; t < 2; t++) {
            double[] z = new double[each];
            double[] nuisance = new double[4];
            Arrays.setAll(z, i -> random.nextGaussian());
            Arrays.setAll(nuisance, i -> random.nextGaussian());
            for (int i = 0; i < each; i++) {
                int d = t * each + i;
                value[d] += 0.05 * nuisance[0]
                        + 1e-6 * nuisance[1] * columns[0][d]
                        + 1e-6 * nuisance[2] * columns[1][d]
                        + 1e-5 * nuisance[3] * columns[2][d]
                        + OWN * random.nextGaussian();
                for (int k = 0; k <= i; k++) {
                    value[d] += factors[t][i][k] * z[k];
                }
            }
        }
        double[] own = new double[n];
        Arrays.fill(own, OWN);
        return new LosData(
                new ObservationPoints(columns[0], columns[1], columns[2]),
                new LookVectors(columns[3], columns[4], columns[5]),
                value,
                own,
                track);
    }
}
