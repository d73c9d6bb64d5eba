package org.geoanomaly.gam.pipeline.global;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.geoanomaly.gam.geophysics.spherical.GravityQuantity;
import org.geoanomaly.gam.geophysics.spherical.MagneticQuantity;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.source.SourceCatalogue;
import org.geoanomaly.gam.pipeline.source.SourceResolver;
import org.geoanomaly.gam.pipeline.stac.SourceRef;
import org.geoanomaly.gam.pipeline.synth.ModelFiles;
import org.jspecify.annotations.Nullable;

/** Turns an input that is a model of coefficients into one that says how the layer is computed from it. */
final class ModelInputs {
    /** Catalogue id of the field that magnetic models are projected on. */
    static final String MAIN_FIELD = "igrf-14";

    /** Where the gravity disturbance is computed by default: that of the default gravity grid, so that the two can be compared. */
    private static final double GRAVITY_HEIGHT = 10_000.0;
    /** Where the total-field anomaly is computed by default: that of EMAG2, upward continued. */
    private static final double MAGNETIC_HEIGHT = 4_000.0;

    private static final Set<String> FORMATS = Set.of("gfc", "icgem-gfc", "shc", "cof");
    private static final Set<GravityQuantity> ABSOLUTE = Set.of(GravityQuantity.GRAVITY, GravityQuantity.GRAVITATION);

    private final SourceCatalogue catalogue;
    private final SourceResolver resolver;

    ModelInputs(SourceCatalogue catalogue, SourceResolver resolver) {
        this.catalogue = catalogue;
        this.resolver = resolver;
    }

    /**
     * The input with its way of reading, or as it is if it is a grid.
     *
     * @throws ConfigurationException if degrees or an epoch are asked of a grid, or the model cannot give the quantity
     */
    LayerInput complete(LayerInput input, SourceSpec spec) {
        if (!isModel(input)) {
            requireNoTerms(input, spec);
            return input;
        }
        ReadingHints hints = input.reading();
        String quantity = quantity(input);
        Double height = spec instanceof SourceSpec.Catalogued entry ? entry.height() : hints.height();
        double usual = input.layer() == Layer.MAG
                ? MAGNETIC_HEIGHT
                : GravityQuantity.parse(quantity).orElseThrow().aboveGeoid() ? 0.0 : GRAVITY_HEIGHT;
        ReadingHints reading = new ReadingHints(
                hints.format(),
                null,
                quantity,
                input.layer().unit(),
                Optional.ofNullable(height).orElse(usual),
                null,
                null);
        boolean projected = quantity.equals(MagneticQuantity.TMI.id());
        ModelReading model = spec instanceof SourceSpec.Catalogued entry
                ? model(entry.minDegree(), entry.maxDegree(), entry.epoch(), projected)
                : model((SourceSpec.LocalFile) spec, projected);
        return new LayerInput(
                input.layer(),
                input.file(),
                model.mainField() == null
                        ? input.source()
                        : crediting(input.source(), model.mainField().source()),
                input.size(),
                input.acquiredAt(),
                reading,
                input.synthetic(),
                model);
    }

    private static boolean isModel(LayerInput input) {
        String format = input.reading().format();
        boolean unsaid = format == null || format.isBlank();
        return unsaid
                ? ModelFiles.isModel(input.file())
                : FORMATS.contains(String.valueOf(format).toLowerCase(Locale.ROOT));
    }

    private static void requireNoTerms(LayerInput input, SourceSpec spec) {
        boolean asked = spec instanceof SourceSpec.LocalFile local
                ? local.minDegree() != null || local.maxDegree() != null || local.epoch() != null
                : !((SourceSpec.Catalogued) spec).plain();
        if (asked) {
            throw new ConfigurationException(
                    "data.sources." + input.layer().modality() + ": "
                            + input.source().id() + " is a grid; degrees, epoch "
                            + "and height of evaluation belong to models of coefficients",
                    "leave out min_degree, max_degree and epoch, or name a .gfc, .shc or .cof model",
                    null);
        }
    }

    private static String quantity(LayerInput input) {
        String stated = Objects.requireNonNullElse(input.reading().quantity(), "");
        boolean left = stated.isBlank() || stated.endsWith("_coefficients");
        if (input.layer() == Layer.MAG) {
            return left
                    ? MagneticQuantity.TMI.id()
                    : MagneticQuantity.parse(stated)
                            .map(MagneticQuantity::id)
                            .orElseThrow(() -> unfit(input, stated, "tmi, be, bn, bu, bd"));
        }
        return left
                ? GravityQuantity.GRAVITY_DISTURBANCE.id()
                : GravityQuantity.parse(stated)
                        .filter(q -> q.unit() == Unit.MILLIGAL && !ABSOLUTE.contains(q))
                        .map(GravityQuantity::id)
                        .orElseThrow(() -> unfit(input, stated, "gravity_disturbance, gravity_anomaly"));
    }

    private static ConfigurationException unfit(LayerInput input, @Nullable String quantity, String fit) {
        return new ConfigurationException(
                "data.sources." + input.layer().modality() + ": '" + quantity
                        + "' of a model makes no layer of anomalies",
                "use one of " + fit,
                null);
    }

    private ModelReading model(SourceSpec.LocalFile spec, boolean projected) {
        return model(spec.minDegree(), spec.maxDegree(), spec.epoch(), projected);
    }

    private ModelReading model(
            @Nullable Integer low, @Nullable Integer high, @Nullable Double epoch, boolean projected) {
        return new ModelReading(low, high, epoch, projected ? mainField() : null);
    }

    private ModelReading.MainField mainField() {
        ResolvedSource found = resolver.resolve(catalogue.find(MAIN_FIELD));
        return new ModelReading.MainField(
                found.file(),
                new SourceRef(MAIN_FIELD, found.url(), found.sha256(), found.license(), found.citation(), null));
    }

    /** The model's source, citing the main field too: its directions are in every value. */
    private static SourceRef crediting(SourceRef model, SourceRef main) {
        return new SourceRef(
                model.id(),
                model.url(),
                model.sha256(),
                model.license(),
                model.citation() + "; along the main field of " + main.id() + ": " + main.citation(),
                model.resolutionDeg());
    }
}
