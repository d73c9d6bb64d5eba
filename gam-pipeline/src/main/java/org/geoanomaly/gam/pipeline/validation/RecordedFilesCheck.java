package org.geoanomaly.gam.pipeline.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.manifest.OutputRecord;
import org.geoanomaly.gam.pipeline.store.Sha256;

/** Files against their size and checksum in a manifest. */
public final class RecordedFilesCheck {
    private RecordedFilesCheck() {}

    /**
     * Checks files.
     *
     * @param outputs to look at
     * @param recorded how many the manifest lists in all, for the summary
     */
    public static CheckResult check(Path root, List<OutputRecord> outputs, int recorded, Workers workers) {
        List<Finding> findings = Collections.synchronizedList(new ArrayList<>());
        workers.forEach(outputs.size(), i -> {
            OutputRecord output = outputs.get(i);
            Path file = root.resolve(output.path());
            try {
                if (!Files.isRegularFile(file)) {
                    findings.add(Finding.error(output.path(), "is missing"));
                } else if (Files.size(file) != output.sizeBytes()
                        || !Sha256.ofFile(file).equals(output.sha256())) {
                    findings.add(Finding.error(output.path(), "was altered: it is not the file in the manifest"));
                }
            } catch (IOException e) {
                findings.add(Finding.error(output.path(), "cannot be read: " + e.getMessage()));
            }
        });
        findings.sort(Comparator.comparing(Finding::subject));
        return new CheckResult("manifest", recorded + " outputs on record", findings);
    }
}
