package org.geoanomaly.gam.pipeline.global;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.engine.TileExecutors;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.global.GlobalState.TileStatus;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.spi.TileResources;
import org.geoanomaly.gam.pipeline.spi.TileSession;
import org.geoanomaly.gam.pipeline.stac.RunRef;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.DirectoryLock;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.geoanomaly.gam.pipeline.validation.CheckResult;
import org.jspecify.annotations.Nullable;

/**
 * The global job: find what is valid, make the other tiles, then everything that spans tiles. It may be stopped or killed at any instant;
 * the same request goes on from there and ends with the same bytes.
 */
public final class GlobalJob {
    private final GlobalRequest request;
    private final List<LayerInput> inputs;
    private final ProgressListener progress;
    private final BooleanSupplier stop;
    private final GlobalPaths paths;
    private final GlobalSettings settings;
    private final TileExecutors executors;

    /**
     * A job over inputs that are there and verified.
     *
     * @param inputs one for each measured layer, magnetic first
     * @param stop polled between tiles; once true the run ends after the tiles in hand
     */
    public GlobalJob(GlobalRequest request, List<LayerInput> inputs, ProgressListener progress, BooleanSupplier stop) {
        this(request, inputs, progress, stop, TileExecutors.of(GlobalJob.class.getClassLoader()));
    }

    /** The same, with executors of the caller's choice to find {@code core.engine} among. */
    public GlobalJob(
            GlobalRequest request,
            List<LayerInput> inputs,
            ProgressListener progress,
            BooleanSupplier stop,
            TileExecutors executors) {
        executors.require(request.config().core());
        if (inputs.isEmpty()) {
            throw new ConfigurationException("no layer to work on: data.modalities names neither magnetic nor gravity");
        }
        this.request = request;
        this.inputs = List.copyOf(inputs);
        this.progress = progress;
        this.stop = stop;
        this.paths = request.paths();
        this.settings = GlobalSettings.of(request.config().fusionMvp());
        this.executors = executors;
    }

    /** Hash of everything that decides the tiles. */
    public String configHash() {
        return RunKey.of(request.softwareVersion(), settings, inputs);
    }

    /** The tiles that a run would make now, without making them. */
    public List<TileId> plan() {
        try (Workers workers = new Workers(request.config().core().parallelWorkers())) {
            return plan(StateFile.read(paths.state()).orElse(null), workers).todo();
        }
    }

    /** Runs to the end, or until stopped. */
    public GlobalSummary run() {
        DirectoryLock lock = DirectoryLock.acquire(paths.root());
        try (Workers workers = new Workers(request.config().core().parallelWorkers())) {
            int swept = AtomicFile.sweep(paths.root());
            if (swept > 0) {
                progress.info("resume", "removed " + swept + " unfinished files of an interrupted run");
            }
            return run(workers);
        } finally {
            lock.close();
        }
    }

    private GlobalSummary run(Workers workers) {
        GlobalState former = StateFile.read(paths.state()).orElse(null);
        Plan plan = plan(former, workers);
        GlobalState state = begin(former, plan);
        announce(plan);
        RunRef run = new RunRef(
                state.configHash().substring(0, 8),
                request.softwareVersion(),
                state.startedAt(),
                state.configHash(),
                inputs.stream().anyMatch(LayerInput::synthetic));
        if (plan.todo().isEmpty()
                && ProductLedger.isCurrent(paths, ProductLedger.key(state, state.completed(), settings))) {
            progress.info("resume", "everything is there and valid: nothing to do");
            return summary(run, plan, state, 0, List.of());
        }
        Made work = plan.todo().isEmpty() ? new Made(prepare(workers), state) : tiles(plan, state, run, workers);
        List<PreparedLayer> layers = work.layers();
        GlobalState after = work.state();
        int made = countMade(plan, after);
        if (stop.getAsBoolean()) {
            return summary(run, plan, after, made, List.of());
        }
        RunProvenance provenance = provenance(layers, run);
        Globes globes = new Globes(paths, layers, workers);
        List<CheckResult> checks =
                new GlobalProducts(request, settings, inputs, provenance, progress, workers).write(after, globes);
        return summary(run, plan, after, made, checks);
    }

    /** Prepared layers, and the state after their tiles. */
    private record Made(List<PreparedLayer> layers, GlobalState state) {}

    /** The engine is asked first: if it is not there, that is known before the inputs are read. */
    private Made tiles(Plan plan, GlobalState state, RunRef run, Workers workers) {
        TileResources resources =
                new TileResources("gam global", request.config().core(), workers, progress);
        try (TileSession session = executors.open(resources)) {
            List<PreparedLayer> layers = prepare(workers);
            TileStage stage = new TileStage(paths, settings, progress, stop);
            return new Made(layers, stage.run(session, plan.todo(), state, layers, provenance(layers, run)));
        } finally {
            AtomicFile.sweep(paths.root()); // of workers that were killed while they wrote
        }
    }

    private List<PreparedLayer> prepare(Workers workers) {
        return new LayerPreparation(settings, progress, workers).all(inputs);
    }

    private RunProvenance provenance(List<PreparedLayer> layers, RunRef run) {
        return new RunProvenance(layers.stream().map(PreparedLayer::origin).toList(), settings, run);
    }

    /** The recorded state if it is of this configuration, without tiles that are valid no more. */
    private GlobalState begin(@Nullable GlobalState former, Plan plan) {
        GlobalState recorded =
                former == null || request.fresh() || !former.configHash().equals(configHash())
                        ? new GlobalState(
                                request.softwareVersion(),
                                configHash(),
                                RunClock.system().start(),
                                new TreeMap<>())
                        : former;
        SortedMap<TileId, TileStatus> tiles = new TreeMap<>();
        recorded.tiles().forEach((tile, status) -> {
            if (status.failed() || plan.valid().contains(tile)) {
                tiles.put(tile, status);
            }
        });
        plan.valid().forEach(tile -> tiles.putIfAbsent(tile, TileStatus.COMPLETED));
        return new GlobalState(recorded.softwareVersion(), recorded.configHash(), recorded.startedAt(), tiles);
    }

    /**
     * What to do.
     *
     * @param tiles asked for
     * @param todo those to make now
     * @param stale how many of these have products that do not hold
     * @param valid all tiles of this configuration whose products hold, asked for or not
     */
    private record Plan(List<TileId> tiles, List<TileId> todo, int stale, Set<TileId> valid) {}

    private Plan plan(@Nullable GlobalState former, Workers workers) {
        List<TileId> tiles = request.selection().tiles();
        List<TileId> failed = former == null ? List.of() : former.failed();
        Set<TileId> present = new TreeSet<>(TileId.all().stream()
                .filter(t -> Files.exists(paths.sidecar(Layer.FUSED, t)))
                .toList());
        Set<TileId> valid = request.fresh() ? Set.of() : valid(List.copyOf(present), workers);
        valid = valid.stream().filter(t -> !failed.contains(t)).collect(Collectors.toCollection(TreeSet::new));
        List<TileId> todo = new ArrayList<>(tiles);
        if (request.onlyFailed()) {
            todo.retainAll(failed);
        } else {
            todo.removeAll(valid);
        }
        int stale = (int) todo.stream().filter(present::contains).count();
        return new Plan(tiles, List.copyOf(todo), stale, valid);
    }

    private Set<TileId> valid(List<TileId> present, Workers workers) {
        TileInventory inventory = new TileInventory(paths, layers(), configHash());
        Set<TileId> valid = ConcurrentHashMap.newKeySet();
        workers.forEach(present.size(), i -> {
            if (inventory.isValid(present.get(i))) {
                valid.add(present.get(i));
            }
        });
        return valid;
    }

    private static boolean failedBefore(@Nullable GlobalState former, TileId tile) {
        TileStatus status = former == null ? null : former.tiles().get(tile);
        return status != null && status.failed();
    }

    private List<Layer> layers() {
        List<Layer> layers =
                new ArrayList<>(inputs.stream().map(LayerInput::layer).toList());
        layers.add(Layer.FUSED);
        return layers;
    }

    private void announce(Plan plan) {
        progress.info(
                "global",
                plan.tiles().size() + " tiles x " + layers().size() + " layers  config "
                        + configHash().substring(0, 8) + "  "
                        + request.config().core().workers(Runtime.getRuntime().availableProcessors()) + " workers");
        int valid = plan.tiles().size() - plan.todo().size();
        if (valid > 0 || plan.stale() > 0) {
            progress.info(
                    "resume",
                    valid + " valid, " + plan.stale() + " stale or damaged, "
                            + plan.todo().size() + " to do");
        }
    }

    private static int countMade(Plan plan, GlobalState after) {
        return (int) plan.todo().stream()
                .filter(t -> after.tiles().containsKey(t))
                .filter(t -> !failedBefore(after, t))
                .count();
    }

    private GlobalSummary summary(RunRef run, Plan plan, GlobalState state, int made, List<CheckResult> checks) {
        Map<TileId, TileStatus> mine = new HashMap<>(state.tiles());
        mine.keySet().retainAll(plan.tiles());
        return new GlobalSummary(
                run.id(),
                plan.tiles().size(),
                made,
                plan.tiles().size() - plan.todo().size(),
                GlobalSummary.failures(mine),
                stop.getAsBoolean(),
                checks);
    }
}
