package org.geoanomaly.gam.pipeline.manifest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
import java.util.List;

/**
 * The master manifest of a run.
 *
 * @param run which run, of which software, when
 * @param configuration the effective configuration
 * @param inputs by layer and source
 * @param outputs by path
 * @param summary how it ended
 */
public record RunManifest(
        @JsonUnwrapped Run run,
        ConfigurationSnapshot configuration,
        List<InputRecord> inputs,
        List<OutputRecord> outputs,
        RunSummary summary)
        implements Manifest {

    /**
     * Which run.
     *
     * @param runId its id
     * @param software {@code GeoAnomalyMapper}
     * @param softwareVersion its version
     * @param createdAt recorded start of the run, UTC
     * @param synthetic whether an input is made up
     */
    public record Run(String runId, String software, String softwareVersion, String createdAt, boolean synthetic) {}

    public RunManifest {
        inputs = inputs.stream()
                .sorted(Comparator.comparing(InputRecord::layer).thenComparing(InputRecord::sourceId))
                .toList();
        outputs = outputs.stream()
                .sorted(Comparator.comparing(OutputRecord::path))
                .toList();
    }
}
