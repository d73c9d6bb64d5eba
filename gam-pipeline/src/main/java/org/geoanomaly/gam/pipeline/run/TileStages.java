package org.geoanomaly.gam.pipeline.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.geoanomaly.gam.geophysics.inversion.TradeOffPoint;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.config.PluginKind;
import org.geoanomaly.gam.pipeline.config.PreprocessingSection;
import org.geoanomaly.gam.pipeline.data.FusedModel;
import org.geoanomaly.gam.pipeline.data.Gap;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.geoanomaly.gam.pipeline.keep.FusedModelCodec;
import org.geoanomaly.gam.pipeline.keep.KeptProducts;
import org.geoanomaly.gam.pipeline.keep.ProcessedDataCodec;
import org.geoanomaly.gam.pipeline.keep.ProductCodec;
import org.geoanomaly.gam.pipeline.keep.PropertyModelCodec;
import org.geoanomaly.gam.pipeline.keep.TradeOffCodec;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.spi.RegionChoice;
import org.geoanomaly.gam.pipeline.spi.TileListener;
import org.geoanomaly.gam.pipeline.spi.TileSession;

/**
 * The stages that work tile by tile: preprocess, invert, fuse. A modality that fails in a tile is a gap there, and the others go on. Every
 * product is kept under the hash of what decides it; those that are not there yet are made by the session, wherever that is.
 */
final class TileStages {
    private final GamConfig config;
    private final RegionalPlan plan;
    private final KeptProducts kept;
    private final TileSession session;
    private final RegionTileJob job;
    private final ProgressListener progress;
    private final BooleanSupplier stop;
    private final List<Gap> gaps = new ArrayList<>();

    TileStages(
            GamConfig config,
            RegionalPlan plan,
            KeptProducts kept,
            TileSession session,
            RegionTileJob job,
            ProgressListener progress,
            BooleanSupplier stop) {
        this.config = config;
        this.plan = plan;
        this.kept = kept;
        this.session = session;
        this.job = job;
        this.progress = progress;
        this.stop = stop;
    }

    /**
     * A product and where it is kept, under the hash of what decided it.
     *
     * @param <P> the product
     */
    record Keyed<P>(RegionTask.Target target, P product) {
        String key() {
            return target.key();
        }
    }

    /** What failed so far. */
    List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /**
     * A task, and how to call a gap in its place.
     *
     * @param tile index of the tile
     * @param gap empty if another task will tell of it
     */
    private record Unit(int tile, String modality, String gap, RegionTask task) {}

    /** Products of a stage by the label of their task: kept ones, and those that the session makes. */
    private <P> Map<String, P> products(String name, List<Unit> units, int total, ProductCodec<P> codec)
            throws InterruptedException {
        Map<String, P> products = new HashMap<>();
        Map<String, RegionTileJob.Made> failures = new HashMap<>();
        try (StageProgress stage = progress.begin(name, TaskProgress.WHOLE * total)) {
            stage.advance(TaskProgress.WHOLE * (total - units.size()));
            ArrayList<RegionTask> todo = new ArrayList<>();
            for (Unit unit : units) {
                RegionTask.Target target = unit.task().target();
                Optional<P> known = kept.find(name, target.label(), target.key(), codec);
                if (known.isPresent()) {
                    products.put(target.label(), known.get());
                    stage.advance(TaskProgress.WHOLE);
                } else {
                    todo.add(unit.task());
                }
            }
            session.run(todo, job, stop, listener(stage, failures));
            if (stop.getAsBoolean()) {
                throw new CancellationException("stopped in " + name);
            }
            for (RegionTask task : todo) {
                RegionTask.Target target = task.target();
                if (!failures.containsKey(target.label())) {
                    products.put(target.label(), kept.made(name, target.label(), target.key(), codec));
                }
            }
        }
        for (Unit unit : units) {
            RegionTileJob.Made failed = failures.get(unit.task().target().label());
            if (failed != null && !unit.gap().isEmpty()) {
                Gap gap = Gaps.of(unit.gap(), name, String.valueOf(failed.failure()), failed.help());
                gaps.add(gap);
                progress.warn(name, gap.what() + ": " + gap.message());
            }
        }
        return products;
    }

    private static TileListener<RegionTileJob.Made> listener(
            StageProgress stage, Map<String, RegionTileJob.Made> failures) {
        return new TileListener<>() {
            private volatile TaskProgress task = new TaskProgress(stage);

            @Override
            public void done(RegionTileJob.Made outcome) {
                if (outcome.failure() != null) {
                    failures.put(outcome.label(), outcome);
                }
                task.close();
                task = new TaskProgress(stage);
            }

            @Override
            public void note(String what) {
                stage.note(what);
            }

            @Override
            public void percent(long more) {
                task.advance(more);
            }
        };
    }

    /** Each modality in each tile; results by tile, then by modality in the order of the plan. */
    private <P> List<Map<String, Keyed<P>>> byTile(
            String name, RegionMesh mesh, List<Unit> units, ProductCodec<P> codec) throws InterruptedException {
        int tiles = mesh.tiles().size();
        Map<String, P> products =
                products(name, units, tiles * plan.modalities().size(), codec);
        List<Map<String, Keyed<P>>> results = new ArrayList<>();
        for (int t = 0; t < tiles; t++) {
            results.add(new LinkedHashMap<>());
        }
        for (Unit unit : units) {
            P product = products.get(unit.task().target().label());
            if (product != null) {
                results.get(unit.tile())
                        .put(unit.modality(), new Keyed<>(unit.task().target(), product));
            }
        }
        return results;
    }

    /** Observations of every modality that was fetched, by tile. */
    List<Map<String, Keyed<ProcessedData>>> preprocess(RegionMesh mesh, Fetched fetched, MainFieldFile mainField)
            throws InterruptedException {
        RegionStage region = new RegionStage(config, plan, mesh, kept);
        Fetched.Item terrain = fetched.terrain();
        List<Unit> units = new ArrayList<>();
        for (int t = 0; t < mesh.tiles().size(); t++) {
            TileArea tile = mesh.tiles().get(t);
            for (RegionalPlan.Modality modality : plan.modalities()) {
                Fetched.Item item = fetched.items().get(modality.name());
                if (item != null) {
                    int coarsening = mesh.coarsening(modality.name());
                    boolean withRegional = region.sharesPolynomial(modality);
                    PreprocessingSection settings = config.preprocessing();
                    String plugin = modality.preprocessor().id();
                    String key = Keys.of(
                            "preprocess",
                            plan.use().key(PluginKind.PREPROCESSOR, modality.preprocessor()),
                            item.key(),
                            Keys.area(tile),
                            coarsening,
                            CanonicalJson.of(withRegional ? settings.withoutRegional() : settings),
                            terrain == null ? "" : terrain.key(),
                            mainField.key(),
                            config.core().seed());
                    units.add(unit(
                            mesh,
                            t,
                            modality,
                            new RegionTask.Preprocess(
                                    target("preprocess", tile, modality, key),
                                    modality.name(),
                                    plugin,
                                    tile,
                                    coarsening,
                                    withRegional)));
                }
            }
        }
        return region.agreed(byTile("preprocess", mesh, units, new ProcessedDataCodec()));
    }

    /** Models of all observations, by tile. */
    List<Map<String, Keyed<PropertyModel>>> invert(
            RegionMesh mesh, List<Map<String, Keyed<ProcessedData>>> observations) throws InterruptedException {
        String settings = CanonicalJson.of(config.modeling().forInversion());
        Map<String, RegionChoice> choices = choices(mesh, observations);
        List<Unit> units = new ArrayList<>();
        for (int t = 0; t < mesh.tiles().size(); t++) {
            TileArea tile = mesh.tiles().get(t);
            for (RegionalPlan.Modality modality : plan.modalities()) {
                Keyed<ProcessedData> data = observations.get(t).get(modality.name());
                if (data != null) {
                    RegularMesh cells = mesh.cells(tile, modality.name());
                    String plugin = modality.inverter().id();
                    RegionChoice choice = choices.get(modality.name());
                    String key = Keys.of(
                            "invert",
                            plan.use().key(PluginKind.INVERTER, modality.inverter()),
                            modality.description(),
                            data.key(),
                            Keys.mesh(cells),
                            settings,
                            String.valueOf(choice),
                            config.core().seed());
                    units.add(unit(
                            mesh,
                            t,
                            modality,
                            new RegionTask.Invert(
                                    target("invert", tile, modality, key),
                                    modality.name(),
                                    plugin,
                                    data.target(),
                                    cells,
                                    choice)));
                }
            }
        }
        return byTile("invert", mesh, units, new PropertyModelCodec());
    }

    /** What the tiles of each modality share, where there are several. */
    private Map<String, RegionChoice> choices(RegionMesh mesh, List<Map<String, Keyed<ProcessedData>>> observations)
            throws InterruptedException {
        RegionStage region = new RegionStage(config, plan, mesh, kept);
        Map<String, RegionChoice> choices = new LinkedHashMap<>();
        if (region.tiled()) {
            for (RegionalPlan.Modality modality : plan.modalities()) {
                region.choice(modality, observations, (m, choice) -> ask(mesh, m, observations, choice))
                        .ifPresent(c -> choices.put(modality.name(), c));
            }
        }
        return choices;
    }

    /** What trade-offs leave unexplained in each tile. A tile that fails is left out: its inversion will say so, as a gap. */
    private List<List<TradeOffPoint>> ask(
            RegionMesh mesh,
            RegionalPlan.Modality modality,
            List<Map<String, Keyed<ProcessedData>>> observations,
            RegionChoice choice)
            throws InterruptedException {
        String settings = CanonicalJson.of(config.modeling().forInversion());
        List<Unit> units = new ArrayList<>();
        for (int t = 0; t < mesh.tiles().size(); t++) {
            TileArea tile = mesh.tiles().get(t);
            Keyed<ProcessedData> data = observations.get(t).get(modality.name());
            if (data != null) {
                RegularMesh cells = mesh.cells(tile, modality.name());
                String key = Keys.of(
                        "region",
                        plan.use().key(PluginKind.INVERTER, modality.inverter()),
                        modality.description(),
                        data.key(),
                        Keys.mesh(cells),
                        settings,
                        choice);
                RegionTask task = new RegionTask.Ask(
                        target("region", tile, modality, key),
                        modality.name(),
                        modality.inverter().id(),
                        data.target(),
                        cells,
                        choice);
                units.add(new Unit(t, modality.name(), "", task));
            }
        }
        Map<String, List<TradeOffPoint>> made =
                products("region", units, mesh.tiles().size(), new TradeOffCodec());
        return mesh.tiles().stream()
                .map(tile -> made.getOrDefault(tile.id() + "_" + modality.name(), List.of()))
                .toList();
    }

    /** The fused model of every tile that has one at all. */
    List<Optional<FusedModel>> fuse(RegionMesh mesh, List<Map<String, Keyed<PropertyModel>>> models)
            throws InterruptedException {
        String settings = CanonicalJson.of(config.modeling().forFusion());
        List<Unit> units = new ArrayList<>();
        for (int t = 0; t < mesh.tiles().size(); t++) {
            TileArea tile = mesh.tiles().get(t);
            List<RegionTask.Target> inputs =
                    models.get(t).values().stream().map(Keyed::target).toList();
            if (!inputs.isEmpty()) {
                String plugin = plan.fusion().id();
                String key = Keys.of(
                        "fuse",
                        plan.use().key(PluginKind.FUSION, plan.fusion()),
                        inputs.stream().map(RegionTask.Target::key).toList(),
                        settings);
                RegionTask.Target target = new RegionTask.Target("fuse", tile.id(), key);
                RegionTask task = new RegionTask.Fuse(target, plugin, new ArrayList<>(inputs), tile.mesh());
                units.add(new Unit(t, "", tile.id(), task));
            }
        }
        Map<String, FusedModel> made = products("fuse", units, mesh.tiles().size(), new FusedModelCodec());
        return mesh.tiles().stream()
                .map(tile -> Optional.ofNullable(made.get(tile.id())))
                .toList();
    }

    private static Unit unit(RegionMesh mesh, int tile, RegionalPlan.Modality modality, RegionTask task) {
        String name = modality.name();
        String gap =
                mesh.tiles().size() > 1 ? name + " in " + mesh.tiles().get(tile).id() : name;
        return new Unit(tile, name, gap, task);
    }

    private static RegionTask.Target target(String stage, TileArea tile, RegionalPlan.Modality modality, String key) {
        return new RegionTask.Target(stage, tile.id() + "_" + modality.name(), key);
    }
}
