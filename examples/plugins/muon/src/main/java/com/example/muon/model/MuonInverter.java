package com.example.muon.model;

import com.example.muon.data.MuonNames;
import com.example.muon.rays.LineOfSight;
import com.example.muon.rays.RayOperator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.geoanomaly.gam.geophysics.inversion.Bounds;
import org.geoanomaly.gam.geophysics.inversion.Inversion;
import org.geoanomaly.gam.geophysics.inversion.InversionMonitor;
import org.geoanomaly.gam.geophysics.inversion.InversionProblem;
import org.geoanomaly.gam.geophysics.inversion.InversionResult;
import org.geoanomaly.gam.geophysics.inversion.InversionSettings;
import org.geoanomaly.gam.geophysics.inversion.InversionStep;
import org.geoanomaly.gam.geophysics.inversion.Norms;
import org.geoanomaly.gam.geophysics.inversion.Weighting;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.Priors;
import org.geoanomaly.gam.pipeline.data.ModalityDescription;
import org.geoanomaly.gam.pipeline.data.ModelFit;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/**
 * The smoothest density contrast whose means along the lines of sight fit the counts to their noise. A line's mean is Σ length × contrast / length in
 * rock; rock above the mesh has the reference density. Cells that no line crosses get no value: what smoothness would put there is no evidence.
 */
public final class MuonInverter implements Inverter {
    /** How cells weigh in the norm of the model. */
    public enum CellWeighting {
        /** Alike: straight lines do not fade with distance, and cells near a detector are no likelier to hold a body. */
        UNIFORM,
        /** As they are seen: bodies are drawn away from the detectors, where lines crowd. */
        SENSITIVITY
    }

    /** Keys under {@code plugins.inverters.muon-rays}. */
    public record Options(CellWeighting weighting) {}

    private static final Options USUAL = new Options(CellWeighting.UNIFORM);

    private static final PropertyModel.Property DENSITY =
            new PropertyModel.Property("density_contrast", Unit.KILOGRAM_PER_CUBIC_METRE);

    private static final int DRAWS = 16;
    private static final int USUAL_LINES = 5000;
    private static final double LEAST_SMALLNESS = 1e-8;

    @Override
    public String id() {
        return "muon-rays";
    }

    @Override
    public int spiVersion() {
        return Plugin.VERSION;
    }

    @Override
    public Record options() {
        return USUAL;
    }

    @Override
    public ModalityDescription describe(String modality) {
        return new ModalityDescription(
                modality,
                "muon tomography",
                DENSITY,
                new Priors.Prior(0, 200, -3000, 3000),
                "dense",
                "light",
                ModalityDescription.Vantage.THROUGH);
    }

    @Override
    public Set<String> modalities() {
        return Set.of(MuonNames.MODALITY);
    }

    @Override
    public long memory(InversionRequest request) {
        RegularMesh mesh = request.mesh();
        long lines = Math.max(USUAL_LINES, request.data().observations().size());
        long crossed = mesh.nx() + mesh.ny() + mesh.nz() + 5L;
        return lines * crossed * 20 + 8L * 40 * mesh.cells();
    }

    @Override
    public PropertyModel invert(InversionRequest request, StageContext context) {
        RegularMesh mesh = request.mesh();
        Observations o = request.data().observations();
        Watch watch = new Watch(context);
        RayOperator operator = operator(mesh, o);
        double[] white = new double[o.size()];
        Arrays.setAll(white, i -> o.value()[i] / o.uncertainty()[i]);
        double mean = Arrays.stream(o.height()).average().orElse(mesh.top());
        double target = request.settings().regularization().targetMisfit();
        InversionSettings settings = new InversionSettings(
                Norms.SMOOTH,
                Bounds.NONE,
                context.options(USUAL).weighting() == CellWeighting.UNIFORM
                        ? new Weighting.Depth(0.0)
                        : new Weighting.Sensitivity(),
                target,
                smallness(request),
                request.settings().maxIterations());
        Inversion inversion = new Inversion(InversionProblem.ofWhitened(mesh, operator, white, mean), settings, watch);
        InversionResult result = inversion.run();
        context.progress().note("muon: standard deviation");
        double[] sensitivity = new double[mesh.cells()];
        double[] one = new double[o.size()];
        Arrays.fill(one, 1.0);
        operator.normalDiagonal(one, sensitivity);
        RayUncertainty uncertainty =
                RayUncertainty.of(inversion.posterior(DRAWS, context.seed()), sensitivity, mesh.nx() * mesh.ny());
        float[] value = new float[mesh.cells()];
        int seen = 0;
        for (int c = 0; c < value.length; c++) {
            value[c] = sensitivity[c] > 0 ? (float) result.model()[c] : Float.NaN;
            seen += sensitivity[c] > 0 ? 1 : 0;
        }
        double[] predicted = new double[o.size()];
        operator.apply(result.model(), predicted);
        Arrays.setAll(predicted, i -> predicted[i] * o.uncertainty()[i]);
        return new PropertyModel(
                request.data().modality(),
                DENSITY,
                mesh,
                value,
                uncertainty.deviation(),
                uncertainty.prior(),
                new ModelFit(quality(result, target, o.size(), seen, mesh.cells()), predicted, uncertainty.resolution(), result.steps()));
    }

    /** Shows how far the inversion is and hands on the wish to stop. */
    private record Watch(StageContext context) implements InversionMonitor {
        @Override
        public boolean cancelled() {
            return context.stop().getAsBoolean();
        }

        @Override
        public void step(InversionStep step) {
            context.progress().note(String.format(Locale.ROOT, "muon: chi2/N %.3f", step.chi()));
        }

        @Override
        public void products(int count) {}
    }

    private static double smallness(InversionRequest request) {
        var r = request.settings().regularization();
        return r.smoothness() > 0 ? Math.max(LEAST_SMALLNESS, r.smallness() / r.smoothness()) : 1 / LEAST_SMALLNESS;
    }

    private static RayOperator operator(RegularMesh mesh, Observations o) {
        Map<String, double[]> further = o.further();
        double[] rock = further.get(MuonNames.ROCK);
        LineOfSight.Crossings[] lines = new LineOfSight.Crossings[o.size()];
        for (int i = 0; i < lines.length; i++) {
            LineOfSight line = new LineOfSight(
                    o.easting()[i],
                    o.northing()[i],
                    o.height()[i],
                    further.get(MuonNames.AZIMUTH)[i],
                    further.get(MuonNames.ZENITH)[i]);
            lines[i] = line.through(mesh, rock[i]);
        }
        return new RayOperator(mesh.cells(), lines, rock, o.uncertainty());
    }

    private static ModelFit.Quality quality(InversionResult result, double target, int data, int seen, int cells) {
        List<String> notes = new ArrayList<>();
        boolean quiet = !result.converged() && result.chi() < target;
        notes.add(seen + " of " + cells + " cells are crossed by lines of sight; the others have no value");
        if (quiet) {
            notes.add("the contrasts are no larger than their noise: the model is empty on purpose");
        } else if (!result.converged()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "not converged: chi2/N is %.3f and should be %.3f; cells may be too coarse, or bins of direction too wide",
                    result.chi(), target));
        }
        String method = "lengths of " + data + " straight lines in cells, " + DRAWS + " draws";
        return new ModelFit.Quality(result.converged() || quiet, result.chi(), method, notes);
    }
}
