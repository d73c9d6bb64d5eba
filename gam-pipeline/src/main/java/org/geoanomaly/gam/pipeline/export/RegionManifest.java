package org.geoanomaly.gam.pipeline.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.config.ProgramVersion;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.layout.RegionPaths;
import org.geoanomaly.gam.pipeline.manifest.ConfigurationSnapshot;
import org.geoanomaly.gam.pipeline.manifest.InputRecord;
import org.geoanomaly.gam.pipeline.manifest.ManifestStore;
import org.geoanomaly.gam.pipeline.manifest.OutputRecord;
import org.geoanomaly.gam.pipeline.manifest.RegionRecord;
import org.geoanomaly.gam.pipeline.manifest.RegionSummary;
import org.geoanomaly.gam.pipeline.manifest.RunManifest;
import org.geoanomaly.gam.pipeline.stac.RunRef;
import org.geoanomaly.gam.pipeline.store.ProductFile;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.geoanomaly.gam.pipeline.store.WriteFailure;

/** Writes {@code manifest.json}: the last file of a run, which stands for all others. */
public final class RegionManifest {
    /** How inputs are called that were computed, not measured. */
    private static final String SYNTHETIC = "synthetic";

    private RegionManifest() {}

    /**
     * Writes the manifest. Files that the manifest of an earlier run in this directory lists, and this run did not write, are removed if they
     * are still as that run left them, so that the directory holds the products of one run.
     *
     * @param products every file of the run that is for the user, pictures and report included, below the directory; not the logs
     * @return the manifest's file
     * @throws org.geoanomaly.gam.pipeline.error.OutputException if a product is missing or the manifest cannot be written
     */
    public static Path write(RegionResult result, Path outputDir, List<Path> products) {
        RegionPaths paths = new RegionPaths(outputDir);
        List<OutputRecord> outputs = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        for (Path product : products) {
            String name = paths.relative(product);
            if (listed.add(name)) {
                outputs.add(OutputRecord.of(describe(name, product)));
            }
        }
        RegionRecord record = new RegionRecord(
                new RunManifest.Run(
                        result.run().id(),
                        RunRef.SOFTWARE,
                        ProgramVersion.text(),
                        RunClock.iso(result.run().start()),
                        synthetic(result)),
                ConfigurationSnapshot.decisive(result.run().config()),
                result.run().inputs().stream()
                        .map(i -> InputRecord.of(i.modality(), i.source()))
                        .toList(),
                outputs,
                summary(result));
        removeStale(paths, listed);
        ManifestStore.writeRegion(outputDir, record);
        return paths.manifest();
    }

    private static ProductFile describe(String name, Path product) {
        try {
            return new ProductFile(name, Files.size(product), Sha256.ofFile(product));
        } catch (IOException e) {
            throw WriteFailure.of(product, e);
        }
    }

    private static boolean synthetic(RegionResult result) {
        return result.run().inputs().stream()
                .anyMatch(i -> i.source().source().id().toLowerCase(Locale.ROOT).contains(SYNTHETIC));
    }

    private static void removeStale(RegionPaths paths, Set<String> listed) {
        if (!Files.isRegularFile(paths.manifest())) {
            return;
        }
        RegionRecord former;
        try {
            former = ManifestStore.readRegion(paths.root());
        } catch (GamException e) {
            return; // a manifest that cannot be trusted names nothing that may be removed
        }
        for (OutputRecord output : former.outputs()) {
            Path file = paths.root().resolve(output.path());
            try {
                if (!listed.contains(output.path())
                        && Files.isRegularFile(file)
                        && Files.size(file) == output.sizeBytes()
                        && Sha256.ofFile(file).equals(output.sha256())) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw WriteFailure.of(file, e);
            }
        }
    }

    private static RegionSummary summary(RegionResult result) {
        return new RegionSummary(
                result.area(),
                result.anomalies().size(),
                result.modalities().stream().map(RegionManifest::fit).toList(),
                result.gaps(),
                result.notes());
    }

    private static RegionSummary.ModalityFit fit(ModalityResult m) {
        return new RegionSummary.ModalityFit(
                m.modality(),
                m.grid().quantity(),
                m.fits().stream().map(RegionManifest::fit).toList(),
                m.notes());
    }

    private static RegionSummary.TileFit fit(ModalityResult.TileFit t) {
        double chi = t.fit().quality().chi();
        double rms = rms(t.observed().value(), t.fit().predicted());
        return new RegionSummary.TileFit(
                t.tile(),
                t.observed().size(),
                t.fit().quality().converged(),
                Double.isFinite(chi) ? chi : null,
                Double.isFinite(rms) ? rms : null,
                t.fit().quality().method(),
                t.fit().quality().notes());
    }

    private static double rms(double[] observed, double[] predicted) {
        if (observed.length != predicted.length) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < observed.length; i++) {
            double residual = observed[i] - predicted[i];
            sum += residual * residual;
        }
        return Math.sqrt(sum / observed.length);
    }
}
