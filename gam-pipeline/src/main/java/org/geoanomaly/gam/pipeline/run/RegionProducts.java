package org.geoanomaly.gam.pipeline.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.ExportFormat;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.config.PluginKind;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.Gap;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.error.PluginException;
import org.geoanomaly.gam.pipeline.export.AnomalyFiles;
import org.geoanomaly.gam.pipeline.export.RegionExports;
import org.geoanomaly.gam.pipeline.export.RegionManifest;
import org.geoanomaly.gam.pipeline.manifest.ManifestStore;
import org.geoanomaly.gam.pipeline.manifest.OutputRecord;
import org.geoanomaly.gam.pipeline.manifest.RegionRecord;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.geoanomaly.gam.pipeline.spi.Visualizer;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.geoanomaly.gam.pipeline.visual.report.RegionReport;
import org.geoanomaly.gam.pipeline.visual.site.RegionSite;

/** The stages that write what users see: export, draw, report, and the manifest last, which stands for all of them. */
final class RegionProducts {
    private final RegionalPaths paths;
    private final GamConfig config;
    private final Workers workers;
    private final ProgressListener progress;
    private final BooleanSupplier stop;

    RegionProducts(
            RegionalPaths paths, GamConfig config, Workers workers, ProgressListener progress, BooleanSupplier stop) {
        this.paths = paths;
        this.config = config;
        this.workers = workers;
        this.progress = progress;
        this.stop = stop;
    }

    /** Whether everything that a run of this id writes is there, byte for byte. */
    static boolean areCurrent(RegionalPaths paths, String runId) {
        if (!Files.isRegularFile(paths.manifest())) {
            return false;
        }
        try {
            RegionRecord record = ManifestStore.readRegion(paths.root());
            return record.run().runId().equals(runId)
                    && record.outputs().stream().allMatch(o -> isThere(paths.root(), o));
        } catch (GamException e) {
            return false; // a manifest that cannot be trusted stands for nothing
        }
    }

    private static boolean isThere(Path root, OutputRecord output) {
        Path file = root.resolve(output.path());
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) == output.sizeBytes()
                    && Sha256.ofFile(file).equals(output.sha256());
        } catch (IOException e) {
            return false;
        }
    }

    /** The anomalies that a finished run wrote, none if it wrote no table of them. */
    static List<Anomaly> anomalies(RegionalPaths paths) {
        try {
            return AnomalyFiles.read(paths.root()).rows();
        } catch (GamException e) {
            return List.of();
        }
    }

    /**
     * Writes all of it.
     *
     * @return the visualizers of others that failed: the run is worth more than a drawing
     */
    List<Gap> write(RegionResult found, RegionalPlan plan) throws IOException {
        RegionResult result = found;
        List<Gap> gaps = new ArrayList<>();
        Set<Path> products = new LinkedHashSet<>();
        try (StageProgress stage = progress.begin("export", 1)) {
            products.addAll(RegionExports.write(result, paths.root(), workers));
            stage.advance(1);
        }
        for (Visualizer visualizer : plan.visualizers()) {
            try (StageProgress stage = progress.begin("draw", -1)) {
                Record options = plan.use().options(PluginKind.VISUALIZER, visualizer);
                StageContext context =
                        new StageContext(workers, stage, stop, config.core().seed(), options);
                for (Path file : visualizer.render(result, config.visualization(), paths.root(), context)) {
                    products.add(
                            file.startsWith(paths.root()) ? file : paths.root().resolve(file));
                }
            } catch (PluginException e) {
                Gap gap = Gaps.of("visualizer " + visualizer.id(), "draw", e);
                progress.warn("draw", gap.what() + ": " + gap.message());
                gaps.add(gap);
            }
        }
        result = found.withGaps(gaps);
        Path report = paths.root().resolve(RegionReport.NAME);
        if (config.visualization().exportFormats().contains(ExportFormat.HTML)) {
            try (StageProgress stage = progress.begin("report", 1)) {
                if (!products.contains(report)) {
                    products.add(RegionReport.write(result, paths.root(), workers));
                }
                products.addAll(RegionSite.write(result, paths.root(), workers.count()));
                stage.advance(1);
            }
        }
        RegionManifest.write(result, paths.root(), List.copyOf(products));
        return gaps;
    }
}
