package org.geoanomaly.gam.pipeline.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.geoanomaly.gam.geophysics.inversion.Bounds;
import org.geoanomaly.gam.geophysics.inversion.Inversion;
import org.geoanomaly.gam.geophysics.inversion.InversionProblem;
import org.geoanomaly.gam.geophysics.inversion.InversionResult;
import org.geoanomaly.gam.geophysics.inversion.InversionSettings;
import org.geoanomaly.gam.geophysics.inversion.InversionStep;
import org.geoanomaly.gam.geophysics.inversion.Norms;
import org.geoanomaly.gam.geophysics.inversion.Posterior;
import org.geoanomaly.gam.geophysics.inversion.Sensitivity;
import org.geoanomaly.gam.geophysics.inversion.TradeOffPoint;
import org.geoanomaly.gam.geophysics.inversion.Weighting;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.config.Priors;
import org.geoanomaly.gam.pipeline.data.ModelFit;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.RegionChoice;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/** One run of a built-in inverter. */
final class FieldInversion {
    /**
     * Draws for the standard deviation: 8, fewer for large meshes so that they do not take longer than the inversion, at least 4. What is taken from
     * them is one number for each layer, to which all its cells contribute.
     */
    private static final long CELLS_DRAWN = 2_000_000;

    private static final int MOST_DRAWS = 8;
    private static final int FEWEST_DRAWS = 4;

    private final InversionRequest request;
    private final StageContext context;
    private final ModelingSection settings;
    private final FieldModel field;
    private final PaddedMesh mesh;
    private final StageMonitor monitor;
    private final List<String> notes = new ArrayList<>();

    /** A smooth model spreads a body over so many times its volume, roughly. */
    private static final double SHARPER = 3;

    FieldInversion(InversionRequest request, StageContext context) {
        this.request = request;
        this.context = context;
        this.settings = request.settings();
        this.field = FieldModel.of(request.data(), settings);
        this.mesh = PaddedMesh.of(request.mesh(), settings.mesh().paddingCells());
        this.monitor = new StageMonitor(context, request.data().modality());
    }

    /**
     * The model with these norms.
     *
     * @param norms smooth or not; the standard deviation is that of the smooth problem in either case
     * @param smallness of values against differences
     */
    PropertyModel run(Norms norms, double smallness) {
        FieldData data = data();
        Sensitivity sensitivity = sensitivity(data);
        double[] reference = reference(sensitivity);
        InversionProblem problem =
                InversionProblem.of(sensitivity, minus(data.values(), reference), data.uncertainty());
        InversionSettings smooth = smooth(smallness);
        Inversion first = new Inversion(problem, smooth, monitor);
        InversionResult result = run(first);
        monitor.drawing(draws());
        Posterior posterior = first.posterior(draws(), context.seed());
        ModelUncertainty uncertainty =
                ModelUncertainty.of(mesh, posterior, sensitivityOf(sensitivity, data.uncertainty()));
        result = bounded(problem, smooth.with(norms), result);
        return model(data, sensitivity, reference, result, uncertainty);
    }

    /** What trade-offs leave unexplained: those of a search, or the one of the request. */
    List<TradeOffPoint> tradeOffs(double smallness) {
        FieldData data = data();
        Sensitivity sensitivity = sensitivity(data);
        InversionProblem problem =
                InversionProblem.of(sensitivity, minus(data.values(), reference(sensitivity)), data.uncertainty());
        Inversion inversion = new Inversion(problem, smooth(smallness), monitor);
        run(inversion);
        return inversion.curve();
    }

    private InversionResult run(Inversion inversion) {
        RegionChoice region = request.region();
        Double tradeOff = region == null ? null : region.tradeOff();
        return tradeOff == null ? inversion.run() : inversion.runAt(tradeOff);
    }

    private FieldData data() {
        RegionChoice region = request.region();
        FieldData data =
                FieldData.of(request.data().modality(), request.data().observations(), mesh.outer(), field.factor());
        return region == null ? data : data.withBase(region.base());
    }

    private InversionSettings smooth(double smallness) {
        return new InversionSettings(
                Norms.SMOOTH,
                Bounds.NONE,
                new Weighting.Sensitivity(),
                settings.regularization().targetMisfit(),
                smallness,
                settings.maxIterations());
    }

    private Sensitivity sensitivity(FieldData data) {
        requireGoing();
        monitor.now(
                "sensitivities of " + data.size() + " data to " + mesh.outer().cells() + " cells");
        Parallelism parallel =
                Parallelism.of(context.workers().executor(), context.workers().count());
        Sensitivity sensitivity =
                Sensitivity.of(mesh.outer(), data.points(), data.values(), field.kernel(), demand(data), parallel);
        requireGoing();
        return sensitivity;
    }

    /**
     * Interpolation between planes may err by a tenth of the usual noise at its worst, which then does no harm: it errs most where the field is
     * strong and rough, and there the noise is above the usual.
     */
    private static Sensitivity.Demand demand(FieldData data) {
        double[] noise = data.uncertainty();
        Arrays.sort(noise);
        return new Sensitivity.Demand(InverterMemory.denseBytes(), 0.1 * noise[noise.length / 2]);
    }

    /** The data of the reference model: the prior's mean in every cell. */
    private double[] reference(Sensitivity sensitivity) {
        double[] data = new double[sensitivity.operator().rows()];
        if (field.prior().mean() != 0) {
            double[] model = new double[sensitivity.operator().columns()];
            Arrays.fill(model, field.prior().mean());
            sensitivity.operator().apply(model, data);
        }
        return data;
    }

    /**
     * The wanted model within the prior's bounds. A smooth one that keeps them is that already. A compact one is kept from ever fewer and ever
     * stronger cells, which fit as well: its values stay within a few times those of the smooth model.
     */
    private InversionResult bounded(InversionProblem problem, InversionSettings wanted, InversionResult smooth) {
        Priors.Prior prior = field.prior();
        double largest = Arrays.stream(smooth.model()).map(Math::abs).max().orElse(0);
        boolean compact = !wanted.norms().smooth() && largest > 0;
        double limit = compact ? SHARPER * largest : Double.POSITIVE_INFINITY;
        Bounds bounds = new Bounds(
                Math.max(prior.lower() - prior.mean(), -limit), Math.min(prior.upper() - prior.mean(), limit));
        boolean within = Arrays.stream(smooth.model()).allMatch(m -> m >= bounds.lower() && m <= bounds.upper());
        if (within && !compact) {
            return smooth;
        }
        notes.add(
                compact
                        ? MeshPlanner.text(
                                "values of the compact model are held within %.0f times the smooth one's", SHARPER)
                        : "the bounds of modeling.priors." + request.data().modality() + " hold in some cells");
        return run(new Inversion(problem, wanted.with(bounds), monitor));
    }

    private static double[] sensitivityOf(Sensitivity sensitivity, double[] uncertainty) {
        double[] weights = new double[uncertainty.length];
        Arrays.setAll(weights, i -> 1.0 / (uncertainty[i] * uncertainty[i]));
        double[] diagonal = new double[sensitivity.operator().columns()];
        sensitivity.operator().normalDiagonal(weights, diagonal);
        return diagonal;
    }

    private int draws() {
        return (int) Math.max(
                FEWEST_DRAWS, Math.min(MOST_DRAWS, CELLS_DRAWN / mesh.outer().cells()));
    }

    private PropertyModel model(
            FieldData data,
            Sensitivity sensitivity,
            double[] reference,
            InversionResult result,
            ModelUncertainty uncertainty) {
        RegionChoice region = request.region();
        boolean alone = region == null || region.tradeOff() == null;
        boolean quiet = alone
                && !result.converged()
                && result.chi() < settings.regularization().targetMisfit();
        describe(data, result, quiet);
        double[] predicted = result.predicted();
        Arrays.setAll(predicted, i -> predicted[i] + reference[i]);
        String method = MeshPlanner.text(
                "%s, %d cells with %d columns of padding, %d draws",
                sensitivity.kind().toString().toLowerCase(java.util.Locale.ROOT),
                mesh.outer().cells(),
                mesh.columns(),
                draws());
        double[] values = result.model();
        return new PropertyModel(
                request.data().modality(),
                field.property(),
                mesh.inner(),
                mesh.crop(c -> values[c]),
                uncertainty.deviation(),
                uncertainty.prior(),
                new ModelFit(
                        new ModelFit.Quality(result.converged() || quiet, result.chi(), method, notes),
                        data.restore(predicted),
                        uncertainty.resolution(),
                        List.<InversionStep>copyOf(result.steps())));
    }

    private void describe(FieldData data, InversionResult result, boolean quiet) {
        String unit = request.data().unit().symbol();
        notes.add(MeshPlanner.text(
                "a base level of %.6g %s was taken from the data: a constant field has no source in the model",
                data.base(), unit));
        RegionChoice region = request.region();
        if (region != null && region.tradeOff() != null) {
            notes.add("base level and trade-off between fit and smoothness are those of the whole region");
        }
        if (data.raised() > 0) {
            notes.add(
                    data.raised() + " observations in or just above the highest cells were raised a little above them");
        }
        if (field.prior().mean() != 0) {
            notes.add("contrasts are to " + field.prior().mean() + " "
                    + field.property().unit().symbol() + " in every cell");
        }
        if (quiet) {
            notes.add("the data are no larger than their noise: the model is empty on purpose");
        } else if (!result.converged()) {
            notes.add(MeshPlanner.text(
                    "not converged: chi2/N is %.3f and should be %.3f; the mesh may be too small or too coarse for the"
                            + " data, or their uncertainty too small",
                    result.chi(), settings.regularization().targetMisfit()));
        }
        if (settings.regularization().verticalSmoothness()
                != settings.regularization().smoothness()) {
            notes.add("modeling.regularization.vertical_smoothness is taken as equal to smoothness");
        }
        notes.add("standard deviations are those of the smooth problem with the norm and trade-off of this inversion;"
                + " that rocks may be rougher than this norm likes is not in them");
    }

    private static double[] minus(double[] a, double[] b) {
        double[] out = new double[a.length];
        Arrays.setAll(out, i -> a[i] - b[i]);
        return out;
    }

    private void requireGoing() {
        if (context.stop().getAsBoolean()) {
            throw new CancellationException("the inversion was stopped");
        }
    }
}
