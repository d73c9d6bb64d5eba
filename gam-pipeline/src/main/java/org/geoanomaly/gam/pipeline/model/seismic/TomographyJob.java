package org.geoanomaly.gam.pipeline.model.seismic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.geophysics.inversion.InversionStep;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.geophysics.tomography.Checkerboard;
import org.geoanomaly.gam.geophysics.tomography.FastMarchingTimes;
import org.geoanomaly.gam.geophysics.tomography.ModelResolution;
import org.geoanomaly.gam.geophysics.tomography.ReferenceVelocity;
import org.geoanomaly.gam.geophysics.tomography.StartingModel;
import org.geoanomaly.gam.geophysics.tomography.TimeGrid;
import org.geoanomaly.gam.geophysics.tomography.Tomography;
import org.geoanomaly.gam.geophysics.tomography.TomographyMonitor;
import org.geoanomaly.gam.geophysics.tomography.TomographyProblem;
import org.geoanomaly.gam.geophysics.tomography.TomographyResult;
import org.geoanomaly.gam.geophysics.tomography.TomographySettings;
import org.geoanomaly.gam.geophysics.tomography.TomographyStep;
import org.geoanomaly.gam.geophysics.tomography.TravelTimes;
import org.geoanomaly.gam.geophysics.tomography.VelocityProfile;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.config.Priors;
import org.geoanomaly.gam.pipeline.data.ModelFit;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.model.PaddedMesh;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/** One run of the tomography below one tile. */
final class TomographyJob {
    private static final int MOST_ITERATIONS = 12;
    private static final double HUBER = 2.5;

    /** Correlation lengths in cells. */
    private static final double CORRELATION = 1.5;

    /** The chosen τ may leave the configured one by these factors. */
    private static final double LEAST = 0.05;

    private static final double MOST = 4.0;

    /** Steps of events in cells, and in all. */
    private static final double EVENT_STEP = 1.0;

    private static final double EVENT_TOTAL = 3.0;

    /** Events are off by kilometres, however small the cells. */
    private static final double LEAST_STEP = 2_000;

    private static final long CELLS_DRAWN = 4_000_000;
    private static final int MOST_DRAWS = 32;
    private static final int FEWEST_DRAWS = 8;

    /** A standard model that fits better by a factor on all velocities than this is taken with it. */
    private static final double WORTH_SCALING = 0.02;

    private static final double LARGEST_SCALING = 0.4;

    /** Blocks of the checkerboard, in cells. */
    private static final int BLOCK = 3;

    private static final double RESOLVED = 0.5;

    private final InversionRequest request;
    private final StageContext context;
    private final ModelingSection settings;
    private final Priors.Prior prior;
    private final PaddedMesh mesh;
    private final PickTable table;
    private final Parallelism parallel;
    private final Monitor monitor;
    private final List<String> notes = new ArrayList<>();

    TomographyJob(InversionRequest request, StageContext context) {
        this.request = request;
        this.context = context;
        this.settings = request.settings();
        this.prior = settings.priors().seismic();
        this.mesh = PaddedMesh.of(request.mesh(), settings.mesh().paddingCells());
        this.table = PickTable.of(request.data());
        this.parallel =
                Parallelism.of(context.workers().executor(), context.workers().count());
        this.monitor = new Monitor(context);
    }

    PropertyModel run() {
        TimeGrid nodes = table.nodes(mesh.outer());
        TravelTimes.Method method = FastMarchingTimes.on(nodes, parallel);
        TomographyProblem problem = start(method);
        TomographyResult result = new Tomography(problem, tomography(), method, parallel, monitor).run();
        monitor.now("standard deviation");
        ModelResolution resolution = result.resolution();
        double[] reduction = resolution.varianceReduction(draws(), context.seed());
        int[] hits = result.density().hits();
        for (int c = 0; c < reduction.length; c++) {
            // what neighbours tell of a cell without rays is the prior's word and not the data's
            reduction[c] = hits[c] == 0 ? 0.0 : Math.max(0.0, Math.min(1.0, reduction[c]));
        }
        describe(nodes, result);
        checkerboard(resolution, reduction, result.prior());
        return model(nodes, result, reduction);
    }

    /** The standard model that fits best, perhaps with a factor on its velocities. */
    private TomographyProblem start(TravelTimes.Method method) {
        monitor.now("starting model");
        List<VelocityProfile> candidates = new ArrayList<>(List.of(
                VelocityProfile.ak135().flattened(), VelocityProfile.iasp91().flattened()));
        double mean = 1.0 + prior.mean();
        candidates.replaceAll(c -> mean == 1.0 ? c : c.scaled(mean));
        TomographyProblem problem = new TomographyProblem(
                mesh.outer(), candidates.get(0), table.stations(), table.events(), table.known(), table.picks());
        StartingModel.Choice choice = StartingModel.best(problem, candidates, true, method, parallel, monitor);
        VelocityProfile chosen = candidates.get(choice.index());
        double chi = choice.chi();
        double factor = 1.0 / choice.slowness();
        if (Math.abs(factor - 1.0) > WORTH_SCALING && Math.abs(factor - 1.0) < LARGEST_SCALING) {
            List<ReferenceVelocity> scaled = List.of(chosen.scaled(factor));
            StartingModel.Choice other = StartingModel.best(problem, scaled, true, method, parallel, monitor);
            if (other.chi() < chi) {
                chosen = chosen.scaled(factor);
                chi = other.chi();
            }
        }
        notes.add(text(
                "perturbations are to %s (the better of ak135 and iasp91, on a plane); chi2/N of it alone is %.3f, hypocentres left free",
                chosen.name(), chi));
        return problem.withReference(chosen);
    }

    private TomographySettings tomography() {
        RegularMesh outer = mesh.outer();
        double mean = outer.depth(outer.nz()) / outer.nz();
        var r = settings.regularization();
        double step = Math.max(LEAST_STEP, EVENT_STEP * outer.dx());
        double lower = Math.max(-0.9, prior.lower() - prior.mean());
        return new TomographySettings(
                r.targetMisfit(),
                Math.min(MOST_ITERATIONS, settings.maxIterations()),
                new TomographySettings.Correlation(
                        length(r.smoothness(), outer.dx()), length(r.verticalSmoothness(), mean)),
                new TomographySettings.Prior(
                        LEAST * prior.std(),
                        MOST * prior.std(),
                        -Math.log1p(Math.max(0.01, prior.upper() - prior.mean())),
                        -Math.log1p(Math.min(-0.01, lower))),
                HUBER,
                new TomographySettings.Relocation(step, EVENT_TOTAL * step));
    }

    private static double length(double smoothness, double cell) {
        return CORRELATION * cell * Math.max(0.1, Math.sqrt(smoothness));
    }

    private int draws() {
        return (int) Math.max(
                FEWEST_DRAWS, Math.min(MOST_DRAWS, CELLS_DRAWN / mesh.outer().cells()));
    }

    private void describe(TimeGrid nodes, TomographyResult result) {
        TomographyResult.Counts counts = result.counts();
        notes.add("P and S waves have one relative velocity: vP/vS stays that of the starting model");
        notes.add(text(
                "times on nodes of %.2f x %.2f km; first arrivals, rms residual %.4g s; deviation without data %.3g, chosen for chi2/N = %.3g",
                nodes.x().step() / 1000,
                nodes.z().step() / 1000,
                result.rms(),
                result.prior(),
                settings.regularization().targetMisfit()));
        notes.add(text(
                "%d picks, %d of them free of the %d hypocentres, which moved by %.0f m (rms); %d picks weigh less as outliers",
                table.picks().size(), counts.free(), table.events().size(), shift(result), counts.outliers()));
        if (counts.eventsAtLimit() > 0) {
            notes.add(counts.eventsAtLimit() + " events moved as far as they may; their places may be wrong");
        }
        if (counts.straight() > 0) {
            notes.add(counts.straight() + " picks could not be traced and were computed along straight lines");
        }
        if (!result.converged()) {
            notes.add(text(
                    "not converged: chi2/N is %.3f and should be %.3f; the mesh may be too coarse for the data, or their uncertainty too small",
                    result.chi(), settings.regularization().targetMisfit()));
        }
        int hit = 0;
        for (int n : result.density().hits()) {
            hit += n > 0 ? 1 : 0;
        }
        notes.add(text(
                "rays enter %d of %d cells (padding included); the others keep their prior",
                hit, mesh.outer().cells()));
    }

    private double shift(TomographyResult result) {
        double sum = 0;
        for (int e = 0; e < table.events().size(); e++) {
            double dx = result.events().x(e) - table.events().x(e);
            double dy = result.events().y(e) - table.events().y(e);
            double dz = result.events().depth(e) - table.events().depth(e);
            sum += dx * dx + dy * dy + dz * dz;
        }
        return Math.sqrt(sum / table.events().size());
    }

    private void checkerboard(ModelResolution resolution, double[] reduction, double amplitude) {
        double[] pattern = Checkerboard.pattern(mesh.outer(), new int[] {BLOCK, BLOCK, BLOCK}, amplitude);
        Checkerboard.Recovery recovery =
                Checkerboard.compare(pattern, resolution.recover(pattern, context.seed()), reduction, RESOLVED);
        if (recovery.cells() > 1) {
            notes.add(text(
                    "a checkerboard of blocks of %d cells comes back with correlation %.2f and %.0f %% of its amplitude in the %d cells that have lost "
                            + "half of their variance",
                    BLOCK, recovery.correlation(), 100 * recovery.amplitude(), recovery.cells()));
        } else {
            notes.add("no cell has lost half of its variance to the data");
        }
    }

    private PropertyModel model(TimeGrid nodes, TomographyResult result, double[] reduction) {
        double[] value = result.velocityPerturbation();
        double tau = result.prior();
        double factor = Unit.SECOND.factorTo(request.data().unit());
        double[] predicted = result.predicted();
        Arrays.setAll(predicted, i -> factor * predicted[i]);
        float[] known = mesh.crop(c -> reduction[c]);
        String method = text(
                "fast marching on %d nodes, %d cells with %d columns of padding, %s",
                nodes.nodes(),
                mesh.outer().cells(),
                mesh.columns(),
                result.resolution().exact() ? "exact deviations" : draws() + " draws");
        return new PropertyModel(
                TomographyInverter.MODALITY,
                TomographyInverter.PROPERTY,
                mesh.inner(),
                mesh.crop(c -> value[c]),
                mesh.crop(c -> tau * Math.sqrt(1.0 - reduction[c])),
                mesh.crop(c -> tau),
                new ModelFit(
                        new ModelFit.Quality(result.converged(), result.chi(), method, notes),
                        predicted,
                        layers(known),
                        result.steps().stream().map(TomographyJob::step).toList()));
    }

    private double[] layers(float[] known) {
        int layer = mesh.inner().nx() * mesh.inner().ny();
        double[] mean = new double[mesh.inner().nz()];
        for (int c = 0; c < known.length; c++) {
            mean[c / layer] += known[c] / (double) layer;
        }
        return mean;
    }

    private static InversionStep step(TomographyStep s) {
        return new InversionStep("tomography", 1.0 / (s.prior() * s.prior()), s.chi(), s.norm(), s.products());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Shows steps and hands on the wish to stop. */
    private record Monitor(StageContext context) implements TomographyMonitor {
        @Override
        public boolean cancelled() {
            return context.stop().getAsBoolean();
        }

        @Override
        public void now(String what) {
            context.progress().note(TomographyInverter.MODALITY + ": " + what);
        }

        @Override
        public void step(TomographyStep step) {
            now(text("iteration %d, chi2/N %.3f", step.iteration(), step.chi()));
        }
    }
}
