package org.geoanomaly.gam.pipeline.validation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.manifest.InputRecord;
import org.geoanomaly.gam.pipeline.manifest.ManifestStore;
import org.geoanomaly.gam.pipeline.manifest.RunManifest;
import org.geoanomaly.gam.pipeline.store.Sha256;

/**
 * Checkpoint 1: every input is on record with its checksum, the records agree with each other, and a local input that is still there has
 * not changed. (That rasters are in EPSG:4326 after reprojection is asked of every tile, see {@link GridAlignmentCheck}.)
 */
public final class InputIntegrityCheck {
    public static final String NAME = "inputs";

    private InputIntegrityCheck() {}

    public static CheckResult check(Path outputDir, RunManifest manifest) {
        List<Finding> findings = new ArrayList<>();
        if (manifest.inputs().isEmpty()) {
            findings.add(Finding.error("manifest", "names no input"));
        }
        for (InputRecord input : manifest.inputs()) {
            recorded(outputDir, input, findings);
            unchanged(input, findings);
        }
        return new CheckResult(NAME, manifest.inputs().size() + " inputs, sha256 on record", findings);
    }

    /** The same for a run that keeps no separate records of its inputs. */
    public static CheckResult checkUnchanged(List<InputRecord> inputs) {
        List<Finding> findings = new ArrayList<>();
        if (inputs.isEmpty()) {
            findings.add(Finding.error("manifest", "names no input"));
        }
        inputs.forEach(input -> unchanged(input, findings));
        return new CheckResult(NAME, inputs.size() + " inputs, sha256 on record", findings);
    }

    private static void recorded(Path outputDir, InputRecord input, List<Finding> findings) {
        try {
            InputRecord own = ManifestStore.readInput(outputDir, input.layer());
            if (!own.equals(input)) {
                findings.add(Finding.error(
                        input.layer(), ManifestStore.inputPath(input.layer()) + " differs from the run's manifest"));
            }
        } catch (GamException e) {
            findings.add(Finding.error(input.layer(), String.valueOf(e.getMessage())));
        }
    }

    private static void unchanged(InputRecord input, List<Finding> findings) {
        String url = input.artifact().sourceUrl();
        if (!url.startsWith("file:")) {
            return;
        }
        try {
            Path file = Path.of(URI.create(url));
            if (Files.isRegularFile(file)
                    && !Sha256.ofFile(file).equals(input.artifact().sha256())) {
                findings.add(Finding.error(
                        input.layer(), file + " has changed since the run: its sha256 is not the recorded one"));
            }
        } catch (IllegalArgumentException | IOException e) {
            findings.add(
                    Finding.warning(input.layer(), "the input " + url + " cannot be looked at: " + e.getMessage()));
        }
    }
}
