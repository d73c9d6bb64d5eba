package org.geoanomaly.gam.geophysics.inversion;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.FieldKernel;
import org.geoanomaly.gam.geophysics.operator.LinearOperator;
import org.geoanomaly.gam.geophysics.operator.ObservationGrid;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.jspecify.annotations.Nullable;

/** Data, their uncertainty, and the map from cells to data. The arrays are copied. */
public final class InversionProblem {
    private final RegularMesh mesh;
    private final LinearOperator operator;
    private final @Nullable FieldKernel kernel;
    private final double height;
    private final double[] observed;
    private final double @Nullable [] uncertainty;
    private final @Nullable ObservationGrid grid;
    private final @Nullable ObservationPoints points;

    private InversionProblem(Sensitivity sensitivity, double[] observed, double @Nullable [] uncertainty) {
        this.mesh = sensitivity.mesh();
        this.operator = sensitivity.operator();
        this.kernel = sensitivity.kernel();
        this.height = sensitivity.height();
        this.grid = sensitivity.grid();
        this.points = sensitivity.points();
        this.observed = observed.clone();
        this.uncertainty = uncertainty == null ? null : uncertainty.clone();
        if (observed.length != operator.rows()) {
            throw new IllegalArgumentException(observed.length + " data for " + operator.rows() + " rows");
        }
        for (int i = 0; i < observed.length; i++) {
            if (!Double.isFinite(observed[i])) {
                throw new IllegalArgumentException("datum " + i + " is " + observed[i]);
            }
            if (uncertainty != null && !(uncertainty[i] > 0.0 && uncertainty[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the uncertainty of datum " + i + " is " + uncertainty[i]);
            }
        }
    }

    private InversionProblem(
            RegularMesh mesh, LinearOperator operator, double[] observed, double height, boolean known) {
        this.mesh = mesh;
        this.operator = operator;
        this.kernel = null;
        this.height = height;
        this.grid = null;
        this.points = null;
        this.observed = observed.clone();
        this.uncertainty = known ? ones(observed.length) : null;
        if (observed.length != operator.rows() || mesh.cells() != operator.columns()) {
            throw new IllegalArgumentException(observed.length + " data and " + mesh.cells() + " cells for "
                    + operator.rows() + " x " + operator.columns());
        }
    }

    /**
     * Data whitened to a standard deviation of 1, with any linear operator from cells to them: fields other than those of potential theory, or
     * correlated noise.
     *
     * @param mesh the operator's columns are its cells
     * @param height from which {@link Weighting.Depth} counts, m
     */
    public static InversionProblem ofWhitened(
            RegularMesh mesh, LinearOperator operator, double[] observed, double height) {
        return new InversionProblem(mesh, operator, observed, height, true);
    }

    /** Data whitened to an equal, unknown standard deviation: β comes from generalised cross-validation. */
    public static InversionProblem ofWhitenedUnknownNoise(
            RegularMesh mesh, LinearOperator operator, double[] observed, double height) {
        return new InversionProblem(mesh, operator, observed, height, false);
    }

    private static double[] ones(int n) {
        double[] one = new double[n];
        Arrays.fill(one, 1.0);
        return one;
    }

    /**
     * Data of known noise.
     *
     * @param uncertainty one standard deviation for each datum, positive
     */
    public static InversionProblem of(Sensitivity sensitivity, double[] observed, double[] uncertainty) {
        if (uncertainty.length != observed.length) {
            throw new IllegalArgumentException(observed.length + " data, " + uncertainty.length + " uncertainties");
        }
        return new InversionProblem(sensitivity, observed, uncertainty);
    }

    /** Data of equal, unknown noise: β comes from generalised cross-validation. */
    public static InversionProblem ofUnknownNoise(Sensitivity sensitivity, double[] observed) {
        return new InversionProblem(sensitivity, observed, null);
    }

    public RegularMesh mesh() {
        return mesh;
    }

    public LinearOperator operator() {
        return operator;
    }

    /** What is observed; null for whitened data. */
    @Nullable
    FieldKernel kernel() {
        return kernel;
    }

    double height() {
        return height;
    }

    double[] observed() {
        return observed;
    }

    /** Whether the standard deviations of the data were given. */
    public boolean knowsNoise() {
        return uncertainty != null;
    }

    /** χ²/N of predicted data; 1 if the noise is unknown. */
    public double chi(double[] predicted) {
        if (uncertainty == null) {
            return 1.0;
        }
        double sum = 0.0;
        for (int i = 0; i < predicted.length; i++) {
            double r = (observed[i] - predicted[i]) / uncertainty[i];
            sum += r * r;
        }
        return sum / predicted.length;
    }

    /** Mean of the given standard deviations; 1 if there are none. */
    public double meanNoise() {
        double sum = 0.0;
        for (int i = 0; i < observed.length; i++) {
            sum += uncertainty == null ? 1.0 : uncertainty[i];
        }
        return sum / observed.length;
    }

    /** 1/σ², or 1 if the noise is unknown. */
    double[] weights() {
        double[] w = new double[observed.length];
        for (int i = 0; i < w.length; i++) {
            w[i] = uncertainty == null ? 1.0 : 1.0 / (uncertainty[i] * uncertainty[i]);
        }
        return w;
    }

    /** Where; null for whitened data. */
    @Nullable
    ObservationPoints points() {
        return points;
    }

    @Nullable
    ObservationGrid grid() {
        return grid;
    }
}
