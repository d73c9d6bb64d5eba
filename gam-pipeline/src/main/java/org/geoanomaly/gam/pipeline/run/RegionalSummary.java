package org.geoanomaly.gam.pipeline.run;

import java.util.List;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.Gap;

/**
 * How a regional run ended.
 *
 * @param runId short name of the run
 * @param modalities that have a model
 * @param anomalies found, most certain first
 * @param gaps what is missing
 * @param warnings what a user should know
 * @param end how it came to its end
 */
public record RegionalSummary(
        String runId,
        List<String> modalities,
        List<Anomaly> anomalies,
        List<Gap> gaps,
        List<String> warnings,
        End end) {
    public RegionalSummary {
        modalities = List.copyOf(modalities);
        anomalies = List.copyOf(anomalies);
        gaps = List.copyOf(gaps);
        warnings = List.copyOf(warnings);
    }

    /** The end of a run. */
    public enum End {
        /** Everything is written. */
        COMPLETED,
        /** The user stopped it; the same command goes on. */
        STOPPED,
        /** Everything was there and valid already. */
        UNCHANGED
    }
}
