package org.geoanomaly.gam.pipeline.invert;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.geophysics.inversion.InversionStep;
import org.geoanomaly.gam.geophysics.inversion.Posterior;
import org.geoanomaly.gam.geophysics.inversion.Sensitivity;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.jspecify.annotations.Nullable;

/** What an inversion of files found; arrays in the order of the mesh (with padding) and of the file's rows. */
public final class InvertOutcome {
    private final Sensitivity sensitivity;
    private final double[] model;
    private final double[] predicted;
    private final Fit fit;
    private final List<InversionStep> steps = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private double interpolationError;
    private double allowedError;
    private double @Nullable [] deviation;
    private double @Nullable [] prior;
    private double @Nullable [] resolution;

    /**
     * How well it fits.
     *
     * @param converged whether χ²/N reached its target, or cross-validation its minimum
     * @param chi χ²/N
     * @param noise standard deviation of the data that was taken or, for unknown noise, found; mean over the data
     * @param noiseSource {@code column}, {@code option} or {@code cross-validation}
     */
    public record Fit(boolean converged, double chi, double beta, double noise, String noiseSource) {}

    InvertOutcome(Sensitivity sensitivity, double[] model, double[] predicted, Fit fit) {
        this.sensitivity = sensitivity;
        this.model = model;
        this.predicted = predicted;
        this.fit = fit;
    }

    void spread(double[] deviations, Posterior posterior) {
        deviation = deviations;
        prior = posterior.prior();
        resolution = posterior.resolution();
    }

    void spread(double[] deviations) {
        deviation = deviations;
    }

    void interpolation(double error, double allowed) {
        interpolationError = error;
        allowedError = allowed;
    }

    void add(List<InversionStep> more) {
        steps.addAll(more);
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    public RegularMesh mesh() {
        return sensitivity.mesh();
    }

    /** How products with the sensitivity were made. */
    public Sensitivity.Kind operator() {
        return sensitivity.kind();
    }

    /** How operators on planes did in their trial; null where none was made. */
    public Sensitivity.@Nullable Interpolation interpolation() {
        return sensitivity.interpolation();
    }

    /** How many data {@link #interpolationError} was computed over. */
    public int checkedData() {
        return sensitivity.checkedData();
    }

    /** Largest error of the predicted data by interpolation between planes, in the data's unit; 0 for other operators. */
    public double interpolationError() {
        return interpolationError;
    }

    /** The error of interpolation that does no harm: a tenth of the noise. */
    public double allowedError() {
        return allowedError;
    }

    public double[] model() {
        return model;
    }

    public double[] predicted() {
        return predicted;
    }

    public Fit fit() {
        return fit;
    }

    /** Standard deviation of each cell; null if it was not asked for. */
    public double @Nullable [] deviation() {
        return deviation;
    }

    /** Standard deviation of each cell without the data; null if it was not asked for. */
    public double @Nullable [] prior() {
        return prior;
    }

    /** Part of the prior variance that the data take away, for each layer; null if it was not asked for. */
    public double @Nullable [] resolution() {
        return resolution;
    }

    public List<InversionStep> steps() {
        return List.copyOf(steps);
    }

    public List<String> warnings() {
        return List.copyOf(warnings);
    }
}
