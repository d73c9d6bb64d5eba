package org.geoanomaly.gam.pipeline.invert;

import java.util.Locale;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/** What a user should know about a result. */
final class InvertWarnings {
    private InvertWarnings() {}

    static void add(InvertOutcome outcome, InvertRequest request, InvertData data, double[] observed) {
        InvertOutcome.Fit fit = outcome.fit();
        if (!fit.converged()) {
            outcome.warn(String.format(
                    Locale.ROOT,
                    "not converged: chi2/N is %.3f and should be %.3f; the mesh may be too small or too coarse for the "
                            + "data, or the uncertainty too small",
                    fit.chi(),
                    request.settings().targetChi()));
        }
        if (outcome.interpolationError() > outcome.allowedError()) {
            outcome.warn(String.format(
                    Locale.ROOT,
                    "predicted data are off by up to %.2e between the planes of the operator, more than %.2e, a tenth of the "
                            + "noise; smaller cells or a lower top of the mesh help",
                    outcome.interpolationError(),
                    outcome.allowedError()));
        }
        RegularMesh mesh = outcome.mesh();
        if (data.lowest() < mesh.top()) {
            outcome.warn("some observations lie inside the mesh: the lowest at height " + data.lowest()
                    + " m, the top at " + mesh.top() + " m; --top moves it");
        }
        double thickness = mesh.depth(mesh.nz());
        if (data.lowest() - mesh.top() > thickness) {
            outcome.warn("the observations lie " + (data.lowest() - mesh.top())
                    + " m above the mesh, more than its own thickness; --top moves it");
        }
        int outside = 0;
        for (int i = 0; i < data.size(); i++) {
            double e = data.easting()[i];
            double n = data.northing()[i];
            boolean inside =
                    e >= mesh.west(0) && e <= mesh.west(mesh.nx()) && n >= mesh.south(0) && n <= mesh.south(mesh.ny());
            outside += inside ? 0 : 1;
        }
        if (outside > 0) {
            outcome.warn(outside + " of " + data.size() + " observations lie beside the mesh");
        }
        if (InvertRun.misfit(observed, new double[observed.length]) <= fit.noise()) {
            outcome.warn("the data are no larger than their noise: the model is empty on purpose");
        }
    }
}
