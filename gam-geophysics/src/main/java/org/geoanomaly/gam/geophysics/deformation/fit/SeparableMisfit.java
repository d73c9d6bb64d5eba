package org.geoanomaly.gam.geophysics.deformation.fit;

import java.util.List;
import org.geoanomaly.gam.geophysics.deformation.DeformationSource;
import org.geoanomaly.gam.geophysics.deformation.los.LookVectors;
import org.geoanomaly.gam.geophysics.deformation.los.LosData;
import org.geoanomaly.gam.geophysics.deformation.los.WhitenedData;
import org.geoanomaly.gam.geophysics.magnetic.Vector3;

/**
 * Residuals of sources at given places, after the best strengths and nuisance terms (variable projection, Golub and Pereyra 1973). Holds work
 * space: for one thread.
 */
final class SeparableMisfit {
    private final WhitenedData data;
    private final List<SourceShape> shapes;
    private final double[] observed;
    private final double[] full;
    private final double[][] columns;
    private final double[] strengths;
    private final double[] residual;
    private double[][] factor = {};
    private double chiSquared;

    SeparableMisfit(WhitenedData data, List<SourceShape> shapes) {
        this.data = data;
        this.shapes = shapes;
        this.observed = data.values();
        this.full = new double[data.data().size()];
        int p = shapes.stream().mapToInt(s -> s.strengths().size()).sum();
        this.columns = new double[p][data.rows()];
        this.strengths = new double[p];
        this.residual = new double[data.rows()];
    }

    /** χ² at these places; residuals and strengths are those of the last call. */
    double at(double[] places) {
        fillColumns(places);
        int p = columns.length;
        double[][] normal = new double[p][p];
        for (int a = 0; a < p; a++) {
            for (int b = 0; b <= a; b++) {
                normal[a][b] = dot(columns[a], columns[b]);
                normal[b][a] = normal[a][b];
            }
            strengths[a] = dot(columns[a], observed);
        }
        factor = SmallSystem.cholesky(normal);
        SmallSystem.solve(factor, strengths);
        System.arraycopy(observed, 0, residual, 0, residual.length);
        for (int a = 0; a < p; a++) {
            double s = strengths[a];
            double[] column = columns[a];
            for (int i = 0; i < residual.length; i++) {
                residual[i] -= s * column[i];
            }
        }
        chiSquared = dot(residual, residual);
        return chiSquared;
    }

    private void fillColumns(double[] places) {
        int from = 0;
        int column = 0;
        for (SourceShape shape : shapes) {
            for (DeformationSource unit : shape.units(places, from)) {
                project(data.data(), unit, full);
                data.reduce(full, columns[column++]);
            }
            from += shape.places().size();
        }
    }

    static void project(LosData data, DeformationSource source, double[] out) {
        LookVectors look = data.look();
        for (int i = 0; i < out.length; i++) {
            Vector3 u = source.displacement(
                    data.points().easting(i),
                    data.points().northing(i),
                    data.points().height(i));
            out[i] = look.east(i) * u.east() + look.north(i) * u.north() + look.up(i) * u.up();
        }
    }

    /** Displacements at the data that the sources of the last call make, without nuisance terms. */
    double[] predicted(double[] places) {
        double[] out = new double[full.length];
        int from = 0;
        int column = 0;
        for (SourceShape shape : shapes) {
            for (DeformationSource unit : shape.units(places, from)) {
                project(data.data(), unit, full);
                for (int i = 0; i < out.length; i++) {
                    out[i] += strengths[column] * full[i];
                }
                column++;
            }
            from += shape.places().size();
        }
        return out;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    double chiSquared() {
        return chiSquared;
    }

    /** χ² without any source. */
    double chiSquaredOfNothing() {
        return dot(observed, observed);
    }

    double[] residual() {
        return residual;
    }

    double[] strengths() {
        return strengths;
    }

    /** The Cholesky factor of AᵀA for the whitened responses A to the strengths. */
    double[][] factor() {
        return factor;
    }

    /** ln √det AᵀA. */
    double logFactor() {
        double sum = 0;
        for (int a = 0; a < factor.length; a++) {
            sum += Math.log(Math.max(factor[a][a], Double.MIN_NORMAL));
        }
        return sum;
    }

    int rows() {
        return residual.length;
    }
}
