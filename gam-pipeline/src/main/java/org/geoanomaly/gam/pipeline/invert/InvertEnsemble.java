package org.geoanomaly.gam.pipeline.invert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.geophysics.inversion.Inversion;
import org.geoanomaly.gam.geophysics.inversion.InversionProblem;
import org.geoanomaly.gam.geophysics.inversion.InversionResult;
import org.geoanomaly.gam.geophysics.inversion.InversionSettings;
import org.geoanomaly.gam.geophysics.inversion.Norms;
import org.geoanomaly.gam.geophysics.inversion.Sensitivity;
import org.geoanomaly.gam.geophysics.inversion.Weighting;

/**
 * The same data inverted under other assumptions: smooth and compact norms, sensitivity and depth weighting. Every member fits; where they
 * differ, the assumption decides and not the data. The mean fits too, for the map from model to data is linear.
 */
final class InvertEnsemble {
    private final InvertRequest request;
    private final InversionProblem problem;
    private final RunMonitor monitor;

    InvertEnsemble(InvertRequest request, InversionProblem problem, RunMonitor monitor) {
        this.request = request;
        this.problem = problem;
        this.monitor = monitor;
    }

    private List<InversionSettings> others() {
        InversionSettings given = request.settings();
        double exponent = request.field() instanceof InvertField.Gravity ? 2.0 : 3.0;
        List<InversionSettings> all = new ArrayList<>();
        for (Norms norms : List.of(Norms.SMOOTH, new Norms(0, 2, 2, 2), new Norms(1, 1, 1, 1))) {
            for (Weighting weighting : List.of(new Weighting.Sensitivity(), new Weighting.Depth(exponent))) {
                all.add(new InversionSettings(
                        norms,
                        given.bounds(),
                        weighting,
                        given.targetChi(),
                        given.smallness(),
                        given.maxReweightings()));
            }
        }
        all.remove(given);
        return all;
    }

    /** Mean and scatter of the first member and the others. */
    InvertOutcome around(Sensitivity sensitivity, InversionResult first, int[] order) {
        List<InversionResult> members = new ArrayList<>(List.of(first));
        for (InversionSettings settings : others()) {
            members.add(new Inversion(problem, settings, monitor).run());
        }
        double[] mean = new double[first.model().length];
        double[] predicted = new double[first.predicted().length];
        boolean converged = true;
        for (InversionResult member : members) {
            addTo(mean, member.model(), members.size());
            addTo(predicted, member.predicted(), members.size());
            converged &= member.converged();
        }
        double[] deviation = new double[mean.length];
        for (InversionResult member : members) {
            double[] model = member.model();
            for (int c = 0; c < mean.length; c++) {
                double d = model[c] - mean[c];
                deviation[c] += d * d / (members.size() - 1);
            }
        }
        Arrays.setAll(deviation, c -> Math.sqrt(deviation[c]));
        InvertOutcome outcome = new InvertOutcome(
                sensitivity,
                mean,
                InvertData.unpick(predicted, order),
                new InvertOutcome.Fit(
                        converged,
                        problem.chi(predicted),
                        first.beta(),
                        problem.meanNoise() * first.fit().noise(),
                        InvertRun.noiseSource(request, problem)));
        members.forEach(member -> outcome.add(member.steps()));
        outcome.spread(deviation);
        return outcome;
    }

    private static void addTo(double[] sum, double[] values, int count) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += values[i] / count;
        }
    }
}
