package org.geoanomaly.gam.pipeline.refraction;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.geoanomaly.gam.formats.sgt.SgtReader;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.geophysics.tomography.FastMarchingTimes;
import org.geoanomaly.gam.geophysics.tomography.Places;
import org.geoanomaly.gam.geophysics.tomography.StartingModel;
import org.geoanomaly.gam.geophysics.tomography.TimeGrid;
import org.geoanomaly.gam.geophysics.tomography.Tomography;
import org.geoanomaly.gam.geophysics.tomography.TomographyMonitor;
import org.geoanomaly.gam.geophysics.tomography.TomographyProblem;
import org.geoanomaly.gam.geophysics.tomography.TomographyResult;
import org.geoanomaly.gam.geophysics.tomography.TomographySettings;
import org.geoanomaly.gam.geophysics.tomography.TomographyStep;
import org.geoanomaly.gam.geophysics.tomography.TravelTimes;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;

/** A refraction profile from its file to its products: two-dimensional tomography under the topography, from the best of some gradient models. */
public final class RefractionRun {
    /** Rays of a profile go no deeper than about this part of its length. */
    private static final double DEPTH_OF_LENGTH = 1.0 / 3.0;

    private static final int MOST_CELLS = 200_000;
    private static final int MOST_NODES = 2_000_000;
    private static final int FINER = 2;

    /** Velocities to start from, m/s: at the ground and at the bottom of the section. */
    private static final double[] TOPS = {300, 500, 800, 1200};

    private static final double[] BOTTOMS = {2000, 3500, 5000};

    /** Rays through rock: u = ln(s/s₀) may span these factors. */
    private static final TomographySettings.Prior PRIOR = new TomographySettings.Prior(0.01, 1.5, -2.5, 2.5);

    /** Ground is alike over so many distances of sensors along the profile, and half as many down. */
    private static final double CORRELATION = 2.0;

    private static final int ITERATIONS = 20;

    private final RefractionRequest request;
    private final Workers workers;
    private final ProgressListener progress;
    private final BooleanSupplier stop;

    /**
     * A run.
     *
     * @param workers does the work; stays open
     * @param stop asked often
     */
    public RefractionRun(RefractionRequest request, Workers workers, ProgressListener progress, BooleanSupplier stop) {
        this.request = request;
        this.workers = workers;
        this.progress = progress;
        this.stop = stop;
    }

    /**
     * Reads, inverts and writes.
     *
     * @throws InterruptedException if stopped; nothing is written then
     * @throws GamException if the file cannot be used
     */
    public RefractionOutcome run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        if (!Files.isRegularFile(request.data())) {
            throw new GamException(
                    "no such file: " + request.data(), "--field time takes first arrivals in a .sgt file", null);
        }
        RefractionSurvey survey;
        RefractionOutcome outcome;
        try (StageProgress stage = progress.begin("invert", -1)) {
            stage.note("reading " + request.data().getFileName());
            survey = RefractionSurvey.of(request.data(), SgtReader.read(request.data()), request.uncertainty());
            outcome = invert(survey, stage);
        } catch (CancellationException e) {
            InterruptedException stopped = new InterruptedException("the inversion was stopped");
            stopped.initCause(e);
            throw stopped;
        }
        outcome.warnings().forEach(w -> progress.warn("invert", w));
        try (StageProgress stage = progress.begin("write", -1)) {
            stage.note(request.output().toString());
            new RefractionProducts(request, survey, outcome).write(workers, start);
        }
        return outcome;
    }

    private RefractionOutcome invert(RefractionSurvey survey, StageProgress stage) {
        Parallelism parallel = Parallelism.of(workers.executor(), workers.count());
        Monitor monitor = new Monitor(stage, stop);
        double depth = DEPTH_OF_LENGTH * survey.length();
        RegularMesh mesh = mesh(survey, depth);
        Places sensors = survey.places();
        TimeGrid nodes = TimeGrid.around(
                mesh,
                sensors,
                sensors,
                new TimeGrid.Demand(
                        mesh.dx() / FINER,
                        Math.min(mesh.dx(), mesh.thickness(0)) / FINER,
                        mesh.dx(),
                        mesh.depth(mesh.nz()) - mesh.top(),
                        MOST_NODES),
                (x, y) -> -survey.ground(x));
        TravelTimes.Method method = FastMarchingTimes.on(nodes, parallel);
        boolean[] known = new boolean[sensors.size()];
        Arrays.fill(known, true);
        List<GradientGround> candidates = candidates(survey, depth);
        TomographyProblem problem =
                new TomographyProblem(mesh, candidates.get(0), sensors, sensors, known, survey.picks());
        stage.note("starting model");
        StartingModel.Choice choice = StartingModel.best(problem, candidates, false, method, parallel, monitor);
        GradientGround start = candidates.get(choice.index());
        TomographyResult result =
                new Tomography(problem.withReference(start), settings(survey), method, parallel, monitor).run();
        monitor.now("standard deviation");
        return outcome(survey, mesh, start, result);
    }

    private RegularMesh mesh(RefractionSurvey survey, double depth) {
        RefractionRequest.Cell cell = request.cell();
        double along = cell == null ? Math.max(0.5 * survey.spacing(), survey.length() / 400) : cell.along();
        double down = cell == null ? along : cell.down();
        double columns = Math.ceil(survey.length() / along) + 4;
        double layers = Math.ceil((depth + survey.highest() - survey.lowest()) / down);
        if (columns * layers > MOST_CELLS) {
            throw new DataFormatException(
                    request.data(),
                    String.format(
                            Locale.ROOT,
                            "needs %.0f x %.0f cells of %.3g x %.3g m, more than %d",
                            columns,
                            layers,
                            along,
                            down,
                            MOST_CELLS),
                    "choose larger cells by --spacing, and see that the sensors' coordinates are metres");
        }
        double[] thickness = new double[(int) layers];
        Arrays.fill(thickness, down);
        double middle = 0.5 * (survey.west() + survey.east());
        return RegularMesh.of(
                new double[] {middle - 0.5 * columns * along, -0.5 * along, survey.highest()},
                (int) columns,
                1,
                new double[] {along, along},
                thickness);
    }

    private static List<GradientGround> candidates(RefractionSurvey survey, double depth) {
        List<GradientGround> all = new ArrayList<>();
        for (double top : TOPS) {
            for (double bottom : BOTTOMS) {
                all.add(new GradientGround(survey, top, bottom, depth));
            }
        }
        return all;
    }

    private TomographySettings settings(RefractionSurvey survey) {
        return new TomographySettings(
                request.targetChi(),
                ITERATIONS,
                new TomographySettings.Correlation(
                        CORRELATION * survey.spacing(), 0.5 * CORRELATION * survey.spacing()),
                PRIOR,
                2.5,
                TomographySettings.Relocation.NONE);
    }

    private RefractionOutcome outcome(
            RefractionSurvey survey, RegularMesh mesh, GradientGround start, TomographyResult result) {
        double[] reduction = result.resolution().varianceReduction(64, 1);
        double[] u = result.logSlowness();
        float[][] section = new float[4][mesh.cells()];
        for (int k = 0; k < mesh.nz(); k++) {
            for (int i = 0; i < mesh.nx(); i++) {
                int c = mesh.index(i, 0, k);
                double x = mesh.west(i) + 0.5 * mesh.dx();
                double z = 0.5 * (mesh.depth(k) + mesh.depth(k + 1)) - mesh.top();
                double v = 1e-3
                        * start.velocity(org.geoanomaly.gam.geophysics.tomography.Phase.P, x, 0, z)
                        * Math.exp(-u[c]);
                boolean ground = z > -survey.ground(x);
                section[0][c] = ground ? (float) v : Float.NaN;
                section[1][c] = ground
                        ? (float) (v * result.prior() * Math.sqrt(Math.max(0.0, 1.0 - reduction[c])))
                        : Float.NaN;
                section[2][c] = ground ? (float) (v * result.prior()) : Float.NaN;
                section[3][c] = ground ? (float) reduction[c] : Float.NaN;
            }
        }
        return new RefractionOutcome(mesh, start, result, section, warnings(survey, result));
    }

    private List<String> warnings(RefractionSurvey survey, TomographyResult result) {
        List<String> warnings = new ArrayList<>();
        if (!result.converged()) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "not converged: chi2/N is %.3f and should be %.3f; the cells may be too large for the data, or the uncertainty too small",
                    result.chi(),
                    request.targetChi()));
        }
        if (survey.leftOut() > 0) {
            warnings.add(survey.leftOut() + " rows without a time or a distance were left out");
        }
        if (result.counts().straight() > 0) {
            warnings.add(result.counts().straight()
                    + " first arrivals could not be traced and were computed along straight lines");
        }
        if (survey.uncertaintyFrom().startsWith("default")) {
            warnings.add(
                    "the file gives no uncertainties; 0.75 ms + 0.5 % of each time was taken (--uncertainty changes it)");
        }
        return warnings;
    }

    /** Shows steps and hands on the wish to stop. */
    private record Monitor(StageProgress stage, BooleanSupplier stop) implements TomographyMonitor {
        @Override
        public boolean cancelled() {
            return stop.getAsBoolean();
        }

        @Override
        public void now(String what) {
            stage.note(what);
        }

        @Override
        public void step(TomographyStep step) {
            stage.advance(1);
            stage.note(String.format(
                    Locale.ROOT,
                    "iteration %d: chi2/N %.3f, rms %.3g ms",
                    step.iteration(),
                    step.chi(),
                    1000 * step.rms()));
        }
    }
}
