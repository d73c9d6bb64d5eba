package org.geoanomaly.gam.pipeline.model.deformation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.geoanomaly.gam.geophysics.deformation.los.WhitenedData;
import org.geoanomaly.gam.geophysics.deformation.volume.DilatationKernel;
import org.geoanomaly.gam.geophysics.deformation.volume.VolumeOperator;
import org.geoanomaly.gam.geophysics.inversion.Bounds;
import org.geoanomaly.gam.geophysics.inversion.DataSpaceInversion;
import org.geoanomaly.gam.geophysics.inversion.Inversion;
import org.geoanomaly.gam.geophysics.inversion.InversionProblem;
import org.geoanomaly.gam.geophysics.inversion.InversionResult;
import org.geoanomaly.gam.geophysics.inversion.InversionSettings;
import org.geoanomaly.gam.geophysics.inversion.Norms;
import org.geoanomaly.gam.geophysics.inversion.Posterior;
import org.geoanomaly.gam.geophysics.inversion.Weighting;
import org.geoanomaly.gam.geophysics.operator.DenseOperator;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.config.Priors;
import org.geoanomaly.gam.pipeline.data.FittedSource;
import org.geoanomaly.gam.pipeline.data.ModelFit;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.model.ModelUncertainty;
import org.geoanomaly.gam.pipeline.model.PaddedMesh;
import org.geoanomaly.gam.pipeline.model.SmoothInverter;
import org.geoanomaly.gam.pipeline.model.StageMonitor;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/** One run of the inverter. */
final class VolumeInversion {
    /** Displacement decays below a point as gravity does: the weighting of Li and Oldenburg (1998) for it. */
    private static final Weighting DEPTH = new Weighting.Depth(2.0);

    /** Products for the standard deviation: so many entries of the matrix in all, but 8 draws at least and 32 at most. */
    private static final double ENTRIES_DRAWN = 8e9;

    /** A matrix with more entries is not solved with bounds in single cells, which takes thousands of products. */
    private static final double ENTRIES_BOUNDED = 5e7;

    /** Standard deviations of χ² below its mean at which stated noise is not believed. */
    private static final double QUIET = 5.0;

    private final InversionRequest request;
    private final StageContext context;
    private final ModelingSection settings;
    private final LosObservations observations;
    private final PaddedMesh mesh;
    private final StageMonitor monitor;
    private final List<String> notes = new ArrayList<>();
    private int draws;

    VolumeInversion(InversionRequest request, StageContext context) {
        this.request = request;
        this.context = context;
        this.settings = request.settings();
        this.observations = LosObservations.of(request.data());
        this.mesh = PaddedMesh.of(request.mesh(), settings.mesh().paddingCells());
        this.monitor = new StageMonitor(context, request.data().modality());
        requireMemory();
    }

    private void requireMemory() {
        long need = VolumeChangeInverter.bytes(mesh.outer(), observations.data().size());
        long most = Runtime.getRuntime().maxMemory();
        if (need > most) {
            throw new PreprocessingException(
                    Text.of(
                            "the volume change of %d cells from %d displacements needs %d MB of memory and %d MB are"
                                    + " there",
                            mesh.outer().cells(), observations.data().size(), need >> 20, most >> 20),
                    "lower preprocessing.filter_params.insar.max_points, or choose a larger modeling.mesh.cell_km",
                    null);
        }
    }

    PropertyModel run() {
        WhitenedData white = new WhitenedData(observations.data(), observations.noise(), observations.nuisance());
        requireGoing();
        monitor.now(
                "sensitivities of " + white.rows() + " data to " + mesh.outer().cells() + " cells");
        DilatationKernel kernel = new DilatationKernel(mesh.outer(), observations.ground(mesh.outer()));
        Parallelism parallel =
                Parallelism.of(context.workers().executor(), context.workers().count());
        Answer answer = smooth(white, kernel, parallel);
        InversionResult result = answer.result();
        double noise = answer.doubted() ? result.fit().noise() : 1.0;
        if (!within(result)) {
            notes.add("the bounds of modeling.priors.insar hold in some cells");
            requireGoing();
            result = bounded(white, kernel, parallel, answer);
        }
        requireGoing();
        monitor.now("single sources");
        double[] strain = result.model();
        Arrays.setAll(strain, c -> kernel.air(c) ? 0.0 : strain[c]);
        List<FittedSource> sources = new SourceSearch(observations.withNoise(noise), settings.singleSources(), context)
                .near(mesh, strain, notes);
        double mean = settings.priors().insar().mean();
        Arrays.setAll(strain, c -> strain[c] + mean);
        return model(white, kernel, strain, result, answer.uncertainty(), sources);
    }

    private double sized(double noise) {
        notes.add(Text.of(
                "the stated noise is larger than the data themselves; its size was found from the data, by generalised "
                        + "cross-validation: %.3g times what is stated",
                noise));
        return noise;
    }

    /**
     * The solution without bounds.
     *
     * @param values whitened data less those of the reference model
     * @param doubted whether the size of the noise was taken from the data
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared: on its way to the bounds
    private record Answer(double[] values, boolean doubted, InversionResult result, ModelUncertainty uncertainty) {}

    /** The matrix, which may take most of the memory, lives no longer than this. */
    private Answer smooth(WhitenedData white, DilatationKernel kernel, Parallelism parallel) {
        float[][] matrix = VolumeOperator.matrix(white, kernel, parallel);
        requireGoing();
        DenseOperator operator = DenseOperator.of(matrix, mesh.outer().cells(), parallel);
        double[] values =
                lessReference(white, operator, settings.priors().insar().mean());
        double[] sensitivity = new double[operator.columns()];
        operator.normalDiagonal(ones(operator.rows()), sensitivity);
        boolean doubted = tooQuiet(values);
        monitor.now("covariance of " + white.rows() + " data");
        DataSpaceInversion inversion = new DataSpaceInversion(
                mesh.outer(), matrix, values, observations.meanHeight(), smoothSettings(), monitor, parallel);
        InversionResult result = inversion.run(!doubted);
        double noise = doubted ? sized(result.fit().noise()) : 1.0;
        boolean large = (double) white.rows() * mesh.outer().cells() > ENTRIES_BOUNDED;
        if (large && !within(result)) {
            result = inversion.smoothedInto(bounds());
            notes.add(Text.of(
                    "the model that fits best leaves the bounds of modeling.priors.insar; for a matrix of this size it was smoothed until it keeps"
                            + " them, to chi2/N = %.3g: the noise may be stated too small, or the cells be too small or too far below what moves",
                    result.chi()));
        }
        return new Answer(values, doubted, result, uncertainty(inversion, sensitivity, noise, white.rows()));
    }

    private InversionSettings smoothSettings() {
        return new InversionSettings(
                Norms.SMOOTH,
                Bounds.NONE,
                DEPTH,
                settings.regularization().targetMisfit(),
                SmoothInverter.smallness(request),
                settings.maxIterations());
    }

    private InversionResult bounded(WhitenedData white, DilatationKernel kernel, Parallelism parallel, Answer free) {
        DenseOperator operator = VolumeOperator.of(white, kernel, parallel);
        InversionProblem problem = free.doubted()
                ? InversionProblem.ofWhitenedUnknownNoise(
                        mesh.outer(), operator, free.values(), observations.meanHeight())
                : InversionProblem.ofWhitened(mesh.outer(), operator, free.values(), observations.meanHeight());
        Inversion inversion = new Inversion(problem, smoothSettings().with(bounds()), monitor);
        inversion.startFrom(free.result());
        return inversion.run();
    }

    private static double[] ones(int n) {
        double[] one = new double[n];
        Arrays.fill(one, 1.0);
        return one;
    }

    private ModelUncertainty uncertainty(DataSpaceInversion inversion, double[] sensitivity, double noise, int rows) {
        monitor.now("standard deviation");
        draws = (int) Math.max(8, Math.min(32, ENTRIES_DRAWN / ((double) rows * sensitivity.length)));
        Posterior posterior = inversion.posterior(draws, context.seed());
        Arrays.setAll(sensitivity, c -> sensitivity[c] / (noise * noise));
        return ModelUncertainty.of(mesh, posterior, sensitivity);
    }

    /**
     * Whether the data are smaller than noise of the stated size could be: χ²/N has mean 1 and variance 2/N. The size of the noise is then
     * unknown, and only its correlation is taken from the data.
     */
    private boolean tooQuiet(double[] values) {
        double chi = Arrays.stream(values).map(v -> v * v).sum() / values.length;
        return chi < settings.regularization().targetMisfit() * (1.0 - QUIET * Math.sqrt(2.0 / values.length));
    }

    private static double[] lessReference(WhitenedData white, DenseOperator operator, double mean) {
        double[] values = white.values();
        if (mean != 0) {
            double[] model = new double[operator.columns()];
            Arrays.fill(model, mean);
            double[] data = new double[values.length];
            operator.apply(model, data);
            Arrays.setAll(values, i -> values[i] - data[i]);
        }
        return values;
    }

    private Bounds bounds() {
        Priors.Prior prior = settings.priors().insar();
        return new Bounds(prior.lower() - prior.mean(), prior.upper() - prior.mean());
    }

    private boolean within(InversionResult result) {
        Bounds bounds = bounds();
        return Arrays.stream(result.model()).allMatch(m -> m >= bounds.lower() && m <= bounds.upper());
    }

    private PropertyModel model(
            WhitenedData white,
            DilatationKernel kernel,
            double[] strain,
            InversionResult result,
            ModelUncertainty uncertainty,
            List<FittedSource> sources) {
        double[] values = observations.data().values();
        double[] predicted = kernel.displacement(observations.data(), strain);
        double[] residual = new double[values.length];
        Arrays.setAll(residual, i -> values[i] - predicted[i]);
        double[] nuisance = white.nuisance(residual);
        Arrays.setAll(predicted, i -> predicted[i] + nuisance[i]);
        double target = settings.regularization().targetMisfit();
        boolean quiet = !result.converged() && result.chi() < target;
        describe(white, result, quiet);
        String method = Text.of(
                "dense, %d data of %d tracks whitened by their full covariance, %d cells with %d columns of padding,"
                        + " %d draws",
                white.data().size(), white.tracks(), mesh.outer().cells(), mesh.columns(), draws);
        return new PropertyModel(
                request.data().modality(),
                VolumeChangeInverter.PROPERTY,
                mesh.inner(),
                mesh.crop(c -> strain[c]),
                uncertainty.deviation(),
                uncertainty.prior(),
                new ModelFit(
                        new ModelFit.Quality(result.converged() || quiet, result.chi(), method, notes),
                        observations.restore(predicted),
                        uncertainty.resolution(),
                        result.steps(),
                        sources));
    }

    private void describe(WhitenedData white, InversionResult result, boolean quiet) {
        notes.add(
                observations.velocity()
                        ? "volume_change is the change of volume per volume and year"
                        : "volume_change is the change of volume per volume between the acquisitions");
        notes.add(white.nuisanceTerms()
                + " terms were estimated along, track by track: an offset"
                + (observations.nuisance().ramp() ? ", a plane" : "")
                + (observations.nuisance().elevation() ? ", a part that grows with height" : "")
                + "; a deformation of that shape cannot be told from them (preprocessing.filter_params.insar.ramp,"
                + " elevation)");
        notes.add(
                "cells act as in a uniform elastic half-space with Poisson's ratio 1/4 below a surface at each datum's"
                        + " height");
        if (quiet) {
            notes.add("the data are no larger than their noise: the model is empty on purpose");
        } else if (!result.converged()) {
            notes.add(Text.of(
                    "not converged: chi2/N is %.3f and should be %.3f; the mesh may be too small or too coarse for the"
                            + " data, or their uncertainty too small",
                    result.chi(), settings.regularization().targetMisfit()));
        }
        if (settings.regularization().norm() != 2) {
            notes.add("modeling.regularization.norm is taken as 2 for insar");
        }
        notes.add("standard deviations are those of the smooth problem with the norm and trade-off of this inversion;"
                + " that sources may be rougher than this norm likes is not in them");
    }

    private void requireGoing() {
        if (context.stop().getAsBoolean()) {
            throw new CancellationException("the inversion was stopped");
        }
    }
}
