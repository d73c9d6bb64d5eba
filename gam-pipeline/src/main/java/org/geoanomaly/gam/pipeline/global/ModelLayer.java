package org.geoanomaly.gam.pipeline.global;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.geoanomaly.gam.formats.shc.ShcModel;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.synth.ModelFiles;
import org.geoanomaly.gam.pipeline.synth.ModelSource;
import org.geoanomaly.gam.pipeline.synth.SynthRequest;
import org.geoanomaly.gam.pipeline.synth.SynthResult;
import org.geoanomaly.gam.pipeline.synth.SynthTarget;
import org.geoanomaly.gam.pipeline.synth.Synthesis;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;
import org.jspecify.annotations.Nullable;

/**
 * A model of coefficients on the global grid: computed at the cell centres, nothing resampled.
 *
 * @param globe values in the layer's unit
 * @param quantity what they are, with model, degrees and height
 * @param resolution the shortest half wavelength in the model, 180°/nmax
 */
record ModelLayer(FloatGrid globe, String quantity, double resolution) {
    /** Reads the model and computes the layer; throws what the reading of models throws. */
    static ModelLayer of(LayerInput input, ModelReading reading, Workers workers) {
        ModelSource model = ModelFiles.read(input.file());
        boolean magnetic = input.layer() == Layer.MAG;
        if (magnetic != model instanceof ModelSource.Magnetic) {
            throw new ConfigurationException(
                    "data.sources." + input.layer().modality() + ": " + input.file() + " is a "
                            + (magnetic ? "gravity" : "magnetic") + " model",
                    "name it under the other modality",
                    null);
        }
        ReadingHints hints = input.reading();
        double height = Optional.ofNullable(hints.height()).orElse(0.0);
        SynthRequest request = new SynthRequest(
                String.valueOf(hints.quantity()),
                new SynthTarget.Grid(GlobalGrid.GEOMETRY),
                new SynthRequest.Heights(height, Optional.empty(), Optional.empty()),
                new SynthRequest.Terms(
                        optional(reading.minDegree()),
                        optional(reading.maxDegree()),
                        reading.epoch() == null ? OptionalDouble.empty() : OptionalDouble.of(reading.epoch()),
                        Optional.empty()),
                "WGS84",
                mainField(reading));
        SynthResult result = Synthesis.run(model, request, workers.executor());
        FloatGrid globe = new FloatGrid(GlobalGrid.GEOMETRY, input.layer().unit(), result.narrowed());
        double resolution = 180.0 / Integer.parseInt(fact(result, "max_used_degree"));
        return new ModelLayer(globe, words(result), resolution);
    }

    private static OptionalInt optional(@Nullable Integer degree) {
        return degree == null ? OptionalInt.empty() : OptionalInt.of(degree);
    }

    private static Optional<ShcModel> mainField(ModelReading reading) {
        ModelReading.MainField main = reading.mainField();
        return main == null ? Optional.empty() : Optional.of(ModelFiles.mainField(main.file()));
    }

    /** Such as {@code gravity disturbance of EGM96 (tide_free), degrees 0 to 360, 10000 m above the ellipsoid}. */
    private static String words(SynthResult result) {
        StringBuilder text =
                new StringBuilder(result.quantity().equals("tmi") ? "total-field anomaly" : result.quantity());
        text.append(" of ").append(fact(result, "modelname"));
        if (!fact(result, "tide_system").isEmpty()) {
            text.append(" (").append(fact(result, "tide_system")).append(')');
        }
        text.append(", degrees ")
                .append(fact(result, "min_used_degree"))
                .append(" to ")
                .append(fact(result, "max_used_degree"));
        if (!fact(result, "main_field").isEmpty()) {
            text.append(", along the main field ").append(fact(result, "main_field"));
        }
        return text.append(", ").append(fact(result, "height")).toString().replace('_', ' ');
    }

    private static String fact(SynthResult result, String name) {
        return result.facts().stream()
                .filter(f -> f.name().equals(name))
                .map(SynthResult.Fact::value)
                .findFirst()
                .orElse("");
    }

    /** For the log and the processing history. */
    String summary() {
        return String.format(
                Locale.ROOT,
                "%s; computed at the cell centres, true resolution %s",
                quantity,
                Sources.degrees(resolution));
    }
}
