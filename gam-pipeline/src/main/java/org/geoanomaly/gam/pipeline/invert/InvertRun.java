package org.geoanomaly.gam.pipeline.invert;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.geoanomaly.gam.geophysics.inversion.Inversion;
import org.geoanomaly.gam.geophysics.inversion.InversionProblem;
import org.geoanomaly.gam.geophysics.inversion.InversionResult;
import org.geoanomaly.gam.geophysics.inversion.Posterior;
import org.geoanomaly.gam.geophysics.inversion.Sensitivity;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;

/** The invert command: files in, files out. */
public final class InvertRun {
    private final InvertRequest request;
    private final Workers workers;
    private final ProgressListener progress;
    private final BooleanSupplier stop;

    /**
     * A run.
     *
     * @param workers does the work; stays open
     * @param stop asked before every product with the sensitivity
     */
    public InvertRun(InvertRequest request, Workers workers, ProgressListener progress, BooleanSupplier stop) {
        this.request = request;
        this.workers = workers;
        this.progress = progress;
        this.stop = stop;
    }

    /**
     * Reads, inverts and writes.
     *
     * @throws InterruptedException if stopped; nothing is written then
     */
    public InvertOutcome run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        InvertOutcome outcome;
        InvertData data;
        try (StageProgress stage = progress.begin("invert", -1)) {
            stage.note("reading " + request.data().getFileName());
            data = InvertData.read(request.data(), request.field().id());
            outcome = invert(data, stage);
        } catch (CancellationException e) {
            InterruptedException stopped = new InterruptedException("the inversion was stopped");
            stopped.initCause(e);
            throw stopped;
        }
        outcome.warnings().forEach(w -> progress.warn("invert", w));
        try (StageProgress stage = progress.begin("write", -1)) {
            stage.note(request.output().toString());
            new InvertProducts(request, data, outcome).write(workers, start);
        }
        return outcome;
    }

    private InvertOutcome invert(InvertData data, StageProgress stage) {
        Parallelism parallel = Parallelism.of(workers.executor(), workers.count());
        RegularMesh mesh = request.mesh().under(data);
        int[] order = data.gridOrder(mesh.dy());
        stage.note("sensitivities of " + data.size() + " data to " + mesh.cells() + " cells");
        double[] observed = InvertData.pick(data.value(), order);
        double[] noise = noise(data, order);
        ObservationPoints points = data.points(order);
        Sensitivity.Demand demand =
                new Sensitivity.Demand(Runtime.getRuntime().maxMemory() / 2, harmless(observed, noise));
        Sensitivity sensitivity =
                Sensitivity.of(mesh, points, observed, request.field().kernel(), demand, parallel);
        InversionProblem problem = noise.length == 0
                ? InversionProblem.ofUnknownNoise(sensitivity, observed)
                : InversionProblem.of(sensitivity, observed, noise);
        RunMonitor monitor = new RunMonitor(stage, stop);
        Inversion inversion = new Inversion(problem, request.settings(), monitor);
        InversionResult result = inversion.run();
        InvertOutcome outcome;
        if (request.spread().ensemble()) {
            outcome = new InvertEnsemble(request, problem, monitor).around(sensitivity, result, order);
        } else {
            outcome = new InvertOutcome(
                    sensitivity, result.model(), InvertData.unpick(result.predicted(), order), fit(problem, result));
            outcome.add(result.steps());
        }
        double[] predicted = InvertData.pick(outcome.predicted(), order);
        outcome.interpolation(sensitivity.interpolationError(outcome.model(), predicted, parallel), demand.error());
        if (request.spread().samples() > 0) {
            monitor.sampling();
            Posterior posterior = inversion.posterior(
                    request.spread().samples(), request.spread().seed());
            outcome.spread(combined(outcome, posterior.deviation()), posterior);
        }
        InvertWarnings.add(outcome, request, data, observed);
        return outcome;
    }

    /** A tenth of the least noise, or a thousandth of the data's size where it is not known. */
    private static double harmless(double[] observed, double[] noise) {
        return noise.length == 0
                ? 1e-3 * misfit(observed, new double[observed.length])
                : 0.1 * Arrays.stream(noise).min().orElse(0.0);
    }

    /** Scatter between members and the posterior's own are independent errors. */
    private static double[] combined(InvertOutcome outcome, double[] posterior) {
        double[] scatter = outcome.deviation();
        if (scatter == null) {
            return posterior;
        }
        double[] out = new double[posterior.length];
        Arrays.setAll(out, c -> Math.hypot(scatter[c], posterior[c]));
        return out;
    }

    private double[] noise(InvertData data, int[] order) {
        Double given = request.noise();
        if (given != null) {
            double[] all = new double[data.size()];
            Arrays.fill(all, given);
            return all;
        }
        double[] column = data.uncertainty();
        return column == null ? new double[0] : InvertData.pick(column, order);
    }

    private InvertOutcome.Fit fit(InversionProblem problem, InversionResult result) {
        return new InvertOutcome.Fit(
                result.converged(),
                result.chi(),
                result.beta(),
                problem.meanNoise() * result.fit().noise(),
                noiseSource(request, problem));
    }

    static String noiseSource(InvertRequest request, InversionProblem problem) {
        return request.noise() != null ? "option" : problem.knowsNoise() ? "column" : "cross-validation";
    }

    /** Root mean square of what is left. */
    static double misfit(double[] observed, double[] predicted) {
        double sum = 0.0;
        for (int i = 0; i < observed.length; i++) {
            double r = observed[i] - predicted[i];
            sum += r * r;
        }
        return Math.sqrt(sum / observed.length);
    }
}
