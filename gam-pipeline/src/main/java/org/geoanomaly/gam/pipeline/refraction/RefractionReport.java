package org.geoanomaly.gam.pipeline.refraction;

import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.geophysics.tomography.TomographyResult;
import org.geoanomaly.gam.geophysics.tomography.TomographyStep;
import org.geoanomaly.gam.pipeline.invert.PeakMemory;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import tools.jackson.core.JsonGenerator;

/** {@code inversion.json}: how the section came about and how well it fits. */
final class RefractionReport {
    private RefractionReport() {}

    static byte[] bytes(RefractionRequest request, RefractionSurvey survey, RefractionOutcome outcome, double seconds) {
        return JsonProduct.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("field", "time");
            json.writeStringProperty("data_unit", "s");
            json.writeStringProperty("model_unit", "km/s");
            json.writeNumberProperty("observations", survey.size());
            json.writeNumberProperty("left_out", survey.leftOut());
            fit(json, request, survey, outcome.result());
            json.writeStringProperty("starting_model", outcome.start().words());
            mesh(json, outcome.mesh());
            velocities(json, outcome);
            steps(json, outcome.result());
            json.writeArrayPropertyStart("warnings");
            outcome.warnings().forEach(json::writeString);
            json.writeEndArray();
            json.writeNumberProperty("seconds", Math.rint(seconds * 1e3) / 1e3);
            json.writeNumberProperty("peak_memory_bytes", PeakMemory.bytes());
            json.writeEndObject();
        });
    }

    private static void fit(
            JsonGenerator json, RefractionRequest request, RefractionSurvey survey, TomographyResult result) {
        json.writeBooleanProperty("converged", result.converged());
        json.writeNumberProperty("chi2_per_n", result.chi());
        json.writeNumberProperty("target_chi2_per_n", request.targetChi());
        json.writeNumberProperty("rms_ms", 1000.0 * result.rms());
        json.writeStringProperty("data_uncertainty_source", survey.uncertaintyFrom());
        json.writeNumberProperty("outliers", result.counts().outliers());
        json.writeNumberProperty("straight_rays", result.counts().straight());
        json.writeNumberProperty("iterations", result.steps().size() - 1);
    }

    private static void mesh(JsonGenerator json, RegularMesh mesh) {
        json.writeObjectPropertyStart("mesh");
        json.writeArrayPropertyStart("cells");
        json.writeNumber(mesh.nx());
        json.writeNumber(mesh.nz());
        json.writeEndArray();
        json.writeArrayPropertyStart("spacing_m");
        json.writeNumber(mesh.dx());
        json.writeNumber(mesh.thickness(0));
        json.writeEndArray();
        json.writeNumberProperty("west_m", mesh.west(0));
        json.writeNumberProperty("top_height_m", mesh.top());
        json.writeEndObject();
    }

    /** Extremes of the cells that the data know better than not. */
    private static void velocities(JsonGenerator json, RefractionOutcome outcome) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < outcome.velocity().length; c++) {
            if (outcome.known()[c] > 0.5f) {
                least = Math.min(least, outcome.velocity()[c]);
                most = Math.max(most, outcome.velocity()[c]);
            }
        }
        if (least <= most) {
            json.writeNumberProperty("least_known_velocity", least);
            json.writeNumberProperty("largest_known_velocity", most);
        }
    }

    private static void steps(JsonGenerator json, TomographyResult result) {
        json.writeArrayPropertyStart("convergence");
        for (TomographyStep step : result.steps()) {
            json.writeStartObject();
            json.writeNumberProperty("iteration", step.iteration());
            json.writeNumberProperty("chi2_per_n", step.chi());
            json.writeNumberProperty("rms_ms", 1000.0 * step.rms());
            json.writeNumberProperty("prior_std", step.prior());
            json.writeNumberProperty("products", step.products());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
