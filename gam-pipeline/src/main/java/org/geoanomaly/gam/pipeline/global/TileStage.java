package org.geoanomaly.gam.pipeline.global;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.global.GlobalState.TileStatus;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.spi.TileSession;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes tiles in a session, whichever it is, and keeps the state file up to date while they come. */
final class TileStage {
    private static final Logger LOG = LoggerFactory.getLogger(TileStage.class);
    /** Tiles between two writings of the state file. */
    private static final int STATE_INTERVAL = 54;

    private final GlobalPaths paths;
    private final GlobalSettings settings;
    private final ProgressListener progress;
    private final BooleanSupplier stop;

    TileStage(GlobalPaths paths, GlobalSettings settings, ProgressListener progress, BooleanSupplier stop) {
        this.paths = paths;
        this.settings = settings;
        this.progress = progress;
        this.stop = stop;
    }

    GlobalState run(
            TileSession session,
            List<TileId> todo,
            GlobalState state,
            List<PreparedLayer> layers,
            RunProvenance provenance) {
        StateWriter writer = new StateWriter(state);
        writer.save();
        List<Path> prepared = new ArrayList<>();
        try (StageProgress stage = progress.begin("tiles", todo.size())) {
            remove(leftOver());
            List<LayerWindows> windows = new ArrayList<>();
            for (PreparedLayer layer : layers) {
                Path file = paths.prepared(layer.layer(), provenance.run().id());
                prepared.add(file);
                windows.add(LayerWindows.write(layer, file));
            }
            session.run(todo, new GlobalTileJob(paths, windows, provenance, settings), stop, outcome -> {
                writer.add(outcome);
                stage.note("now " + outcome.tile());
                stage.advance(1);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            writer.save();
            remove(prepared);
        }
        return writer.state();
    }

    /** Windows of a run that was killed. */
    private List<Path> leftOver() {
        Path folder = paths.prepared(Layer.FUSED, "").resolveSibling("");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new OutputException("cannot list " + folder + ": " + e.getMessage(), null, e);
        }
    }

    private static void remove(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new OutputException("cannot remove " + file + ": " + e.getMessage(), null, e);
            }
        }
    }

    /** Collects outcomes and saves them now and then; called by one thread at a time. */
    private final class StateWriter {
        private final Map<TileId, TileStatus> outcomes = new ConcurrentHashMap<>();
        private final GlobalState start;

        StateWriter(GlobalState start) {
            this.start = start;
        }

        void add(TileOutcome outcome) {
            String verdict = "checked";
            if (outcome instanceof TileOutcome.Failed failed) {
                outcomes.put(failed.tile(), new TileStatus(failed.reasons()));
                verdict = String.join("; ", failed.reasons());
                progress.warn(
                        "tiles",
                        failed.tile() + " marked failed, others go on: "
                                + failed.reasons().get(0));
            } else {
                outcomes.put(outcome.tile(), TileStatus.COMPLETED);
            }
            log("fuse", outcome.tile(), outcome.times().fuse(), "normalised and fused");
            log("cog_write", outcome.tile(), outcome.times().write(), "written");
            log("validate", outcome.tile(), outcome.times().check(), verdict);
            if (outcomes.size() % STATE_INTERVAL == 0) {
                save();
            }
        }

        GlobalState state() {
            return start.with(outcomes);
        }

        void save() {
            AtomicFile.write(paths.state(), StateFile.encode(state()));
        }
    }

    private static void log(String stage, TileId tile, double milliseconds, String message) {
        LOG.atInfo()
                .addKeyValue("stage", stage)
                .addKeyValue("tile_id", tile.name())
                .addKeyValue("duration_ms", milliseconds)
                .log(message);
    }
}
