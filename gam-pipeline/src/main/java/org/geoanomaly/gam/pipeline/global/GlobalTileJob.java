package org.geoanomaly.gam.pipeline.global;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.spi.TileContext;
import org.geoanomaly.gam.pipeline.spi.TileJob;
import org.geoanomaly.gam.pipeline.stac.RunRef;
import org.geoanomaly.gam.pipeline.validation.CogComplianceCheck;
import org.geoanomaly.gam.pipeline.validation.Finding;
import org.geoanomaly.gam.pipeline.validation.GridAlignmentCheck;
import org.geoanomaly.gam.pipeline.validation.StatisticsCheck;
import org.geoanomaly.gam.pipeline.validation.TileChecks;
import org.jspecify.annotations.Nullable;

/** One tile from the windows of prepared layers to checked files. Thread-safe; tiles do not touch each other. */
final class GlobalTileJob implements TileJob<TileId, TileOutcome> {
    private static final long serialVersionUID = 1;

    private final String root;
    private final ArrayList<LayerWindows> windows;
    private final ArrayList<LayerOrigin> origins;
    private final GlobalSettings settings;
    private final RunRef run;
    private transient volatile @Nullable Parts parts;

    /** What a process builds once for all its tiles. */
    private record Parts(TileComputation computation, TilePublisher publisher, TileChecks checks) {}

    GlobalTileJob(GlobalPaths paths, List<LayerWindows> windows, RunProvenance provenance, GlobalSettings settings) {
        this.root = paths.root().toAbsolutePath().toString();
        this.windows = new ArrayList<>(windows);
        this.origins = new ArrayList<>(provenance.origins());
        this.settings = settings;
        this.run = provenance.run();
    }

    private Parts parts() {
        Parts made = parts;
        if (made == null) {
            GlobalPaths paths = new GlobalPaths(Path.of(root));
            made = new Parts(
                    new TileComputation(windows),
                    new TilePublisher(paths, settings, new RunProvenance(origins, settings, run)),
                    new TileChecks(
                            paths,
                            List.of(
                                    new GridAlignmentCheck(),
                                    new StatisticsCheck(settings.minValidFraction()),
                                    new CogComplianceCheck(settings.cog()))));
            parts = made;
        }
        return made;
    }

    @Override
    public TileOutcome run(TileId tile, TileContext context) {
        Parts with = parts();
        long start = System.nanoTime();
        List<LayerTile> layers = with.computation().compute(tile);
        long fused = System.nanoTime();
        with.publisher().publish(tile, layers);
        long written = System.nanoTime();
        Map<String, List<Finding>> findings =
                with.checks().check(tile, layers.stream().map(LayerTile::layer).toList());
        List<String> errors = errors(findings);
        TileOutcome.Times times = new TileOutcome.Times(
                milliseconds(fused - start), milliseconds(written - fused), milliseconds(System.nanoTime() - written));
        return errors.isEmpty() ? new TileOutcome.Completed(tile, times) : new TileOutcome.Failed(tile, errors, times);
    }

    private static List<String> errors(Map<String, List<Finding>> findings) {
        List<String> errors = new ArrayList<>();
        findings.forEach((check, list) -> list.stream()
                .filter(Finding::isError)
                .forEach(f -> errors.add(check + ": " + layerOf(f.subject()) + " " + f.message())));
        return errors;
    }

    private static String layerOf(String subject) {
        return subject.substring(subject.lastIndexOf('_') + 1);
    }

    private static double milliseconds(long nanos) {
        return Math.round(nanos / 1e4) / 100.0;
    }
}
