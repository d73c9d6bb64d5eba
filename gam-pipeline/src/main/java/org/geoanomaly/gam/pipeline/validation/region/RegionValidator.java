package org.geoanomaly.gam.pipeline.validation.region;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.layout.RegionPaths;
import org.geoanomaly.gam.pipeline.manifest.ManifestStore;
import org.geoanomaly.gam.pipeline.manifest.OutputRecord;
import org.geoanomaly.gam.pipeline.manifest.RegionRecord;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.validation.CheckResult;
import org.geoanomaly.gam.pipeline.validation.Finding;
import org.geoanomaly.gam.pipeline.validation.InputIntegrityCheck;
import org.geoanomaly.gam.pipeline.validation.RecordedFilesCheck;

/** Re-checks everything that a regional run wrote, from its manifest. */
public final class RegionValidator {
    private final RegionPaths paths;
    private final RegionRecord manifest;
    private final Workers workers;
    private final StageProgress progress;

    private RegionValidator(RegionPaths paths, RegionRecord manifest, Workers workers, StageProgress progress) {
        this.paths = paths;
        this.manifest = manifest;
        this.workers = workers;
        this.progress = progress;
    }

    /** Whether a directory holds the products of a finished regional run. */
    public static boolean recognises(Path directory) {
        return Files.isRegularFile(new RegionPaths(directory).manifest());
    }

    /**
     * All checks of a directory.
     *
     * @throws DataFormatException if it holds no readable manifest
     */
    public static List<CheckResult> validate(Path directory, Workers workers, ProgressListener progress) {
        RegionRecord manifest = ManifestStore.readRegion(directory);
        long files = manifest.outputs().stream()
                .filter(o -> o.path().matches(".*\\.(nc|tif|vti)"))
                .count();
        try (StageProgress stage = progress.begin("validate", files)) {
            return new RegionValidator(new RegionPaths(directory), manifest, workers, stage).run();
        }
    }

    /** What is looked at in one kind of file. */
    @FunctionalInterface
    private interface FileCheck {
        List<Finding> check(String name, Path file);
    }

    private List<CheckResult> run() {
        List<CheckResult> results = new ArrayList<>();
        results.add(InputIntegrityCheck.checkUnchanged(manifest.inputs()));
        results.add(RecordedFilesCheck.check(
                paths.root(), manifest.outputs(), manifest.outputs().size(), workers));
        NetcdfCheck netcdf = new NetcdfCheck(manifest.run().createdAt());
        results.add(each("NetCDF", ".nc", "grids and models", netcdf::check));
        results.add(each("COG", ".tif", "maps", new MapCheck(paths)::check));
        results.add(each("VTI", ".vti", "models for ParaView", ImageCheck::check));
        results.add(AnomalyCheck.check(paths, manifest));
        results.add(completeness());
        return results;
    }

    private CheckResult each(String check, String ending, String what, FileCheck inside) {
        List<String> names = manifest.outputs().stream()
                .map(OutputRecord::path)
                .filter(p -> p.endsWith(ending))
                .toList();
        List<Finding> findings = Collections.synchronizedList(new ArrayList<>());
        workers.forEach(names.size(), i -> {
            Path file = paths.root().resolve(names.get(i));
            if (Files.isRegularFile(file)) { // a missing one is reported with the manifest
                findings.addAll(inside.check(names.get(i), file));
            }
            progress.advance(1);
        });
        findings.sort(Comparator.comparing(Finding::subject).thenComparing(Finding::message));
        return new CheckResult(check, names.size() + " " + what, findings);
    }

    private CheckResult completeness() {
        List<Finding> findings = manifest.summary().gaps().stream()
                .map(g -> Finding.warning(g.what(), "is missing from the result (" + g.stage() + "): " + g.message()))
                .toList();
        int modalities = manifest.summary().modalities().size();
        return new CheckResult(
                "completeness",
                modalities
                        + (modalities == 1 ? " modality, " : " modalities, ")
                        + findings.size()
                        + (findings.size() == 1 ? " gap" : " gaps"),
                findings);
    }
}
