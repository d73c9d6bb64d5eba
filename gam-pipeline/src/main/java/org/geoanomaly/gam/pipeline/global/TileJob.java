package org.geoanomaly.gam.pipeline.global;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;
import org.geoanomaly.gam.pipeline.validation.Finding;
import org.geoanomaly.gam.pipeline.validation.TileChecks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One tile from prepared layers to checked files. Thread-safe; tiles do not touch each other. */
final class TileJob implements Function<TileId, TileOutcome> {
    private static final Logger LOG = LoggerFactory.getLogger(TileJob.class);

    private final TileComputation computation;
    private final TilePublisher publisher;
    private final TileChecks checks;
    private final FloatGrid fusedGlobe;

    /**
     * Makes a job.
     *
     * @param fusedGlobe receives the fused values of every tile done
     */
    TileJob(TileComputation computation, TilePublisher publisher, TileChecks checks, FloatGrid fusedGlobe) {
        this.computation = computation;
        this.publisher = publisher;
        this.checks = checks;
        this.fusedGlobe = fusedGlobe;
    }

    @Override
    public TileOutcome apply(TileId tile) {
        long start = System.nanoTime();
        List<LayerTile> layers = computation.compute(tile);
        long fused = System.nanoTime();
        log("fuse", tile, fused - start, "normalised and fused");
        publisher.publish(tile, layers);
        GlobalGrid.paste(layers.get(layers.size() - 1).values(), tile, fusedGlobe);
        long written = System.nanoTime();
        log("cog_write", tile, written - fused, "written");
        Map<String, List<Finding>> findings =
                checks.check(tile, layers.stream().map(LayerTile::layer).toList());
        List<String> errors = errors(findings);
        log("validate", tile, System.nanoTime() - written, errors.isEmpty() ? "checked" : String.join("; ", errors));
        return errors.isEmpty() ? new TileOutcome.Completed(tile) : new TileOutcome.Failed(tile, errors);
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

    private static void log(String stage, TileId tile, long nanos, String message) {
        LOG.atInfo()
                .addKeyValue("stage", stage)
                .addKeyValue("tile_id", tile.name())
                .addKeyValue("duration_ms", Math.round(nanos / 1e4) / 100.0)
                .log(message);
    }
}
