package org.geoanomaly.gam.pipeline.invert;

import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.geophysics.inversion.InversionSettings;
import org.geoanomaly.gam.geophysics.inversion.InversionStep;
import org.geoanomaly.gam.geophysics.inversion.Sensitivity;
import org.geoanomaly.gam.geophysics.inversion.Weighting;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import tools.jackson.core.JsonGenerator;

/** {@code inversion.json}: how the model came about and how well it fits. */
final class InvertReport {
    private InvertReport() {}

    static byte[] bytes(InvertRequest request, InvertOutcome outcome, InvertData data, double seconds) {
        return JsonProduct.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("field", request.field().id());
            json.writeStringProperty("data_unit", request.field().dataUnit().symbol());
            json.writeStringProperty("model_unit", request.field().modelUnit().symbol());
            json.writeNumberProperty("observations", data.size());
            fit(json, outcome);
            settings(json, request.settings());
            mesh(json, request, outcome);
            steps(json, outcome.steps());
            spread(json, request, outcome);
            json.writeArrayPropertyStart("warnings");
            outcome.warnings().forEach(json::writeString);
            json.writeEndArray();
            json.writeNumberProperty("seconds", Math.rint(seconds * 1e3) / 1e3);
            json.writeNumberProperty("peak_memory_bytes", PeakMemory.bytes());
            json.writeEndObject();
        });
    }

    private static void fit(JsonGenerator json, InvertOutcome outcome) {
        InvertOutcome.Fit fit = outcome.fit();
        List<InversionStep> steps = outcome.steps();
        json.writeBooleanProperty("converged", fit.converged());
        json.writeNumberProperty("chi2_per_n", fit.chi());
        json.writeNumberProperty("beta", fit.beta());
        json.writeNumberProperty("data_uncertainty_mean", fit.noise());
        json.writeStringProperty("data_uncertainty_source", fit.noiseSource());
        json.writeNumberProperty("iterations", steps.size());
        json.writeNumberProperty(
                "operator_products", steps.get(steps.size() - 1).products());
        json.writeStringProperty("operator", outcome.operator().name().toLowerCase(Locale.ROOT));
        Sensitivity.Interpolation tried = outcome.interpolation();
        if (tried != null) {
            json.writeObjectPropertyStart("interpolation");
            json.writeNumberProperty("planes", tried.levels());
            json.writeNumberProperty("trial_error", tried.error());
            if (outcome.operator() == Sensitivity.Kind.PLANES) {
                json.writeNumberProperty("error", outcome.interpolationError());
                json.writeNumberProperty("checked_data", outcome.checkedData());
            }
            json.writeNumberProperty("allowed", tried.allowed());
            json.writeEndObject();
        }
    }

    private static void settings(JsonGenerator json, InversionSettings settings) {
        json.writeNumberProperty("target_chi2_per_n", settings.targetChi());
        json.writeArrayPropertyStart("norms");
        json.writeNumber(settings.norms().smallness());
        json.writeNumber(settings.norms().x());
        json.writeNumber(settings.norms().y());
        json.writeNumber(settings.norms().z());
        json.writeEndArray();
        bound(json, "lower", settings.bounds().lower());
        bound(json, "upper", settings.bounds().upper());
        json.writeStringProperty(
                "weighting",
                settings.weighting() instanceof Weighting.Depth depth ? "depth^-" + depth.exponent() : "sensitivity");
    }

    private static void bound(JsonGenerator json, String name, double value) {
        if (Double.isInfinite(value)) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }

    private static void mesh(JsonGenerator json, InvertRequest request, InvertOutcome outcome) {
        InvertMesh asked = request.mesh();
        RegularMesh mesh = outcome.mesh();
        json.writeObjectPropertyStart("mesh");
        json.writeArrayPropertyStart("cells");
        json.writeNumber(asked.nx());
        json.writeNumber(asked.ny());
        json.writeNumber(asked.nz());
        json.writeEndArray();
        numbers(
                json,
                "spacing_m",
                asked.spacing().dx(),
                asked.spacing().dy(),
                asked.spacing().dz());
        json.writeNumberProperty("padding", asked.padding());
        json.writeNumberProperty("west_m", mesh.west(asked.padding()));
        json.writeNumberProperty("south_m", mesh.south(asked.padding()));
        json.writeNumberProperty("top_depth_m", 0.0 - mesh.top());
        json.writeEndObject();
    }

    private static void numbers(JsonGenerator json, String name, double... values) {
        json.writeArrayPropertyStart(name);
        for (double value : values) {
            json.writeNumber(value);
        }
        json.writeEndArray();
    }

    private static void steps(JsonGenerator json, List<InversionStep> steps) {
        json.writeArrayPropertyStart("convergence");
        for (InversionStep step : steps) {
            json.writeStartObject();
            json.writeStringProperty("stage", step.stage());
            json.writeNumberProperty("beta", step.beta());
            json.writeNumberProperty("chi2_per_n", step.chi());
            json.writeNumberProperty("model_norm", step.modelNorm());
            json.writeNumberProperty("products", step.products());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void spread(JsonGenerator json, InvertRequest request, InvertOutcome outcome) {
        json.writeNumberProperty("posterior_samples", request.spread().samples());
        json.writeBooleanProperty("ensemble", request.spread().ensemble());
        double[] resolution = outcome.resolution();
        if (resolution != null) {
            numbers(json, "resolution_by_layer", resolution);
        }
    }
}
