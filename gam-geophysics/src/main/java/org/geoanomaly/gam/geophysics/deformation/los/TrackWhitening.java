package org.geoanomaly.gam.geophysics.deformation.los;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * One track: the inverse of the Cholesky factor of its covariance, and the Householder reflections that turn its nuisance terms into the
 * first coordinates, which are then left out. What remains has uncorrelated noise of variance 1 and no nuisance, without any loss: this is
 * least squares over both the model and the nuisance terms.
 */
final class TrackWhitening {
    /** A nuisance column that adds less than this part of itself to the others is left out. */
    private static final double DEPENDENT = 1e-7;

    private final int[] members;
    private final double[][] cholesky;
    /** Nuisance terms in data units, scaled. */
    private final List<double[]> terms = new ArrayList<>();

    private final List<double[]> reflectors = new ArrayList<>();
    /** Columns of the triangular factor of the whitened nuisance terms. */
    private final List<double[]> triangle = new ArrayList<>();

    TrackWhitening(LosData data, int track, ExponentialCovariance covariance, Nuisance nuisance) {
        this.members = data.members(track);
        this.cholesky = cholesky(data, members, covariance);
        int n = members.length;
        double[] one = new double[n];
        Arrays.fill(one, 1.0);
        add(one);
        if (nuisance.ramp()) {
            add(column(i -> data.points().easting(members[i]), n));
            add(column(i -> data.points().northing(members[i]), n));
        }
        if (nuisance.elevation()) {
            add(column(i -> data.points().height(members[i]), n));
        }
    }

    private static double[] column(IntToDoubleFunction value, int n) {
        double[] out = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            out[i] = value.applyAsDouble(i);
            mean += out[i] / n;
        }
        double most = 0;
        for (int i = 0; i < n; i++) {
            out[i] -= mean;
            most = Math.max(most, Math.abs(out[i]));
        }
        // a hundredth of a metre of relief or extent is none
        for (int i = 0; i < n; i++) {
            out[i] = most > 0.01 ? out[i] / most : 0.0;
        }
        return out;
    }

    private void add(double[] term) {
        double[] v = term.clone();
        forward(v);
        double before = norm(v, 0);
        reflect(v);
        int k = reflectors.size();
        double left = k < v.length ? norm(v, k) : 0.0;
        if (!(left > DEPENDENT * before)) {
            return;
        }
        double alpha = v[k] > 0.0 ? -left : left;
        double[] reflector = new double[v.length];
        System.arraycopy(v, k, reflector, k, v.length - k);
        reflector[k] -= alpha;
        double length = norm(reflector, k);
        for (int i = k; i < reflector.length; i++) {
            reflector[i] /= length;
        }
        reflectors.add(reflector);
        double[] column = Arrays.copyOf(v, k + 1);
        column[k] = alpha;
        triangle.add(column);
        terms.add(term);
    }

    private static double norm(double[] v, int from) {
        double sum = 0;
        for (int i = from; i < v.length; i++) {
            sum += v[i] * v[i];
        }
        return Math.sqrt(sum);
    }

    private static double[][] cholesky(LosData data, int[] members, ExponentialCovariance covariance) {
        int n = members.length;
        double[][] l = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] row = new double[i + 1];
            double e = data.points().easting(members[i]);
            double m = data.points().northing(members[i]);
            for (int j = 0; j < i; j++) {
                double h = Math.hypot(
                        e - data.points().easting(members[j]), m - data.points().northing(members[j]));
                row[j] = (covariance.at(h) - dot(row, l[j], j)) / l[j][j];
            }
            double own = data.deviation(members[i]) * data.deviation(members[i]);
            double rest = covariance.sill() + covariance.nugget() + own - dot(row, row, i);
            // the own variance stays positive whatever the rounding
            row[i] = Math.sqrt(Math.max(rest, 1e-3 * own));
            l[i] = row;
        }
        return l;
    }

    private void forward(double[] v) {
        for (int i = 0; i < v.length; i++) {
            double[] row = cholesky[i];
            v[i] = (v[i] - dot(row, v, i)) / row[i];
        }
    }

    /** Four running sums, so that additions overlap. */
    private static double dot(double[] a, double[] b, int n) {
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        int k = 0;
        for (; k + 4 <= n; k += 4) {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
            s2 += a[k + 2] * b[k + 2];
            s3 += a[k + 3] * b[k + 3];
        }
        for (; k < n; k++) {
            s0 += a[k] * b[k];
        }
        return (s0 + s1) + (s2 + s3);
    }

    private void reflect(double[] v) {
        for (double[] h : reflectors) {
            double dot = 0;
            for (int i = 0; i < v.length; i++) {
                dot += h[i] * v[i];
            }
            for (int i = 0; i < v.length; i++) {
                v[i] -= 2.0 * dot * h[i];
            }
        }
    }

    int[] members() {
        return members;
    }

    /** How many numbers are left. */
    int rows() {
        return members.length - reflectors.size();
    }

    int nuisanceTerms() {
        return reflectors.size();
    }

    /** Whitens data of the whole survey and stores what is left from an index on. */
    void reduce(double[] full, double[] out, int from) {
        double[] v = new double[members.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = full[members[i]];
        }
        forward(v);
        reflect(v);
        System.arraycopy(v, reflectors.size(), out, from, rows());
    }

    /**
     * Whitens a block of columns, {@code width} numbers for each datum of the track, in place; rows of the answer begin after those of the
     * nuisance terms.
     */
    void reduceBlock(double[][] block, int width) {
        for (int i = 0; i < block.length; i++) {
            double[] row = cholesky[i];
            double[] target = block[i];
            int k = 0;
            for (; k + 4 <= i; k += 4) {
                subtractFour(row, k, block, target, width);
            }
            for (; k < i; k++) {
                double factor = row[k];
                double[] source = block[k];
                for (int c = 0; c < width; c++) {
                    target[c] -= factor * source[c];
                }
            }
            double inverse = 1.0 / row[i];
            for (int c = 0; c < width; c++) {
                target[c] *= inverse;
            }
        }
        double[] dot = new double[width];
        for (double[] h : reflectors) {
            Arrays.fill(dot, 0.0);
            for (int i = 0; i < block.length; i++) {
                for (int c = 0; c < width; c++) {
                    dot[c] += 2.0 * h[i] * block[i][c];
                }
            }
            for (int i = 0; i < block.length; i++) {
                for (int c = 0; c < width; c++) {
                    block[i][c] -= h[i] * dot[c];
                }
            }
        }
    }

    private static void subtractFour(double[] row, int k, double[][] block, double[] target, int width) {
        double f0 = row[k];
        double f1 = row[k + 1];
        double f2 = row[k + 2];
        double f3 = row[k + 3];
        double[] b0 = block[k];
        double[] b1 = block[k + 1];
        double[] b2 = block[k + 2];
        double[] b3 = block[k + 3];
        for (int c = 0; c < width; c++) {
            target[c] -= (f0 * b0[c] + f1 * b1[c]) + (f2 * b2[c] + f3 * b3[c]);
        }
    }

    /** Adds to the track's data in {@code out} the nuisance terms that explain a residual best. */
    void addNuisance(double[] residual, double[] out) {
        double[] v = new double[members.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = residual[members[i]];
        }
        forward(v);
        reflect(v);
        for (int k = reflectors.size() - 1; k >= 0; k--) {
            double[] column = triangle.get(k);
            double coefficient = v[k] / column[k];
            for (int i = 0; i < k; i++) {
                v[i] -= coefficient * column[i];
            }
            double[] term = terms.get(k);
            for (int i = 0; i < members.length; i++) {
                out[members[i]] += coefficient * term[i];
            }
        }
    }
}
