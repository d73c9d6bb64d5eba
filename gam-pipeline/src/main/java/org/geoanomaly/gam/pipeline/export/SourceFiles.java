package org.geoanomaly.gam.pipeline.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.geoanomaly.gam.pipeline.data.FittedSource;
import org.geoanomaly.gam.pipeline.data.LocatedSource;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import tools.jackson.core.JsonGenerator;

/**
 * {@code models/<modality>_sources.json}: the sources with few parameters that were fitted to the strongest bodies, each with the standard
 * deviations, intervals and correlations of its parameters.
 */
final class SourceFiles {
    private static final MathContext DIGITS = new MathContext(7);
    private static final MathContext PLACE = new MathContext(10);

    private SourceFiles() {}

    static byte[] bytes(ModalityResult result) {
        return JsonProduct.bytes((JsonProduct.Body) json -> {
            json.writeStartObject();
            json.writeStringProperty("modality", result.modality());
            json.writeArrayPropertyStart("sources");
            result.sources().forEach(s -> source(json, s));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void source(JsonGenerator json, LocatedSource located) {
        FittedSource source = located.source();
        json.writeStartObject();
        json.writeStringProperty("kind", source.kind());
        json.writeStringProperty("tile", located.tile());
        json.writeNumberProperty("longitude", new BigDecimal(located.longitude(), PLACE));
        json.writeNumberProperty("latitude", new BigDecimal(located.latitude(), PLACE));
        number(json, "height_m", source.height());
        json.writeArrayPropertyStart("parameters");
        for (FittedSource.Parameter p : source.parameters()) {
            json.writeStartObject();
            json.writeStringProperty("name", p.name());
            json.writeStringProperty("unit", p.unit());
            number(json, "value", p.value());
            number(json, "standard_deviation", p.deviation());
            json.writeName("interval_68");
            numbers(json, p.interval68());
            json.writeName("interval_95");
            numbers(json, p.interval95());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("correlation");
        source.correlation().forEach(row -> numbers(json, row));
        json.writeEndArray();
        json.writeObjectPropertyStart("fit");
        number(json, "chi2_per_degree_of_freedom", source.fit().chi());
        number(json, "residual_reduction", source.fit().residualReduction());
        json.writeNumberProperty("data", source.fit().data());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, double value) {
        json.writeNumberProperty(name, new BigDecimal(value, DIGITS));
    }

    private static void numbers(JsonGenerator json, List<Double> values) {
        json.writeStartArray();
        values.forEach(v -> json.writeNumber(new BigDecimal(v, DIGITS)));
        json.writeEndArray();
    }
}
