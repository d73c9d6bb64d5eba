package org.geoanomaly.gam.pipeline.manifest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
import java.util.List;

/**
 * The manifest of a regional run.
 *
 * @param run which run, of which software, when
 * @param configuration the effective configuration
 * @param inputs by modality and source
 * @param outputs by path
 * @param summary what was found and what is missing
 */
public record RegionRecord(
        @JsonUnwrapped RunManifest.Run run,
        ConfigurationSnapshot configuration,
        List<InputRecord> inputs,
        List<OutputRecord> outputs,
        RegionSummary summary)
        implements Manifest {
    public RegionRecord {
        inputs = inputs.stream()
                .sorted(Comparator.comparing(InputRecord::layer)
                        .thenComparing(InputRecord::sourceId)
                        .thenComparing(i -> i.artifact().sha256()))
                .toList();
        outputs = outputs.stream()
                .sorted(Comparator.comparing(OutputRecord::path))
                .toList();
    }
}
