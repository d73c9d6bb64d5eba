package org.geoanomaly.gam.pipeline.data;

import java.util.List;
import org.geoanomaly.gam.geophysics.inversion.InversionStep;

/** How a model explains the observations it was made from. */
public final class ModelFit {
    private final Quality quality;
    private final double[] predicted;
    private final double[] resolution;
    private final List<InversionStep> steps;
    private final List<FittedSource> sources;

    /**
     * A fit; the arrays are taken over.
     *
     * @param predicted at the observations, in their order and unit
     * @param resolution for each layer, the part of the prior variance that the data take away: 1 is known, 0 is guessed
     * @param steps the course of the inversion
     */
    public ModelFit(Quality quality, double[] predicted, double[] resolution, List<InversionStep> steps) {
        this(quality, predicted, resolution, steps, List.of());
    }

    /**
     * A fit to whose strongest bodies sources with few parameters were fitted as well; the arrays are taken over.
     *
     * @param predicted at the observations, in their order and unit
     * @param resolution for each layer, the part of the prior variance that the data take away: 1 is known, 0 is guessed
     * @param steps the course of the inversion
     */
    public ModelFit(
            Quality quality,
            double[] predicted,
            double[] resolution,
            List<InversionStep> steps,
            List<FittedSource> sources) {
        this.quality = quality;
        this.predicted = predicted;
        this.resolution = resolution;
        this.steps = List.copyOf(steps);
        this.sources = List.copyOf(sources);
    }

    /**
     * The fit in few words.
     *
     * @param converged whether χ²/N reached its target
     * @param chi χ²/N at the end
     * @param method how sensitivities were handled and which settings were used
     * @param notes what a reader of the result should know
     */
    public record Quality(boolean converged, double chi, String method, List<String> notes) {
        public Quality {
            notes = List.copyOf(notes);
        }
    }

    public Quality quality() {
        return quality;
    }

    public double[] predicted() {
        return predicted;
    }

    public double[] resolution() {
        return resolution;
    }

    public List<InversionStep> steps() {
        return steps;
    }

    /** Sources with few parameters that explain the strongest bodies; empty if none were fitted. */
    public List<FittedSource> sources() {
        return sources;
    }
}
