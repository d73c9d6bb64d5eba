package org.geoanomaly.gam.pipeline.data;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a regional run found.
 *
 * @param run which run
 * @param area of the answer
 * @param modalities in the order of the configuration
 * @param fused the model of all of them
 * @param anomalies most certain first
 * @param gaps what is missing
 * @param notes what a reader should know: resolution, mesh, fusion
 * @param terrain heights above sea level over the area and beyond, longitude and latitude, m; null if no model was used
 */
public record RegionResult(
        Run run,
        BoundingBox area,
        List<ModalityResult> modalities,
        RegionModel fused,
        List<Anomaly> anomalies,
        List<Gap> gaps,
        List<String> notes,
        @Nullable FloatGrid terrain) {
    public RegionResult {
        modalities = List.copyOf(modalities);
        anomalies = List.copyOf(anomalies);
        gaps = List.copyOf(gaps);
        notes = List.copyOf(notes);
    }

    /** A result without heights. */
    public RegionResult(
            Run run,
            BoundingBox area,
            List<ModalityResult> modalities,
            RegionModel fused,
            List<Anomaly> anomalies,
            List<Gap> gaps,
            List<String> notes) {
        this(run, area, modalities, fused, anomalies, gaps, notes, null);
    }

    /** The same result over these heights. */
    public RegionResult withTerrain(@Nullable FloatGrid heights) {
        return new RegionResult(run, area, modalities, fused, anomalies, gaps, notes, heights);
    }

    /** The same result with more that is missing. */
    public RegionResult withGaps(List<Gap> more) {
        List<Gap> both = Stream.concat(gaps.stream(), more.stream()).toList();
        return new RegionResult(run, area, modalities, fused, anomalies, both, notes, terrain);
    }

    /**
     * Which run.
     *
     * @param id from the content of configuration and inputs
     * @param start recorded start; every time inside a product is this one
     * @param config in force
     * @param inputs by modality, {@code topography} and {@code main_field} included
     */
    public record Run(String id, Instant start, GamConfig config, List<Input> inputs) {
        public Run {
            inputs = List.copyOf(inputs);
        }
    }

    /** A file that a modality was made from. */
    public record Input(String modality, ResolvedSource source) {}
}
