package org.geoanomaly.gam.pipeline.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.config.PluginKind;
import org.geoanomaly.gam.pipeline.data.FusedModel;
import org.geoanomaly.gam.pipeline.data.Gap;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.geoanomaly.gam.pipeline.keep.FusedModelCodec;
import org.geoanomaly.gam.pipeline.keep.KeptProducts;
import org.geoanomaly.gam.pipeline.keep.ProcessedDataCodec;
import org.geoanomaly.gam.pipeline.keep.PropertyModelCodec;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.PreprocessRequest;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/**
 * The stages that work tile by tile: preprocess, invert, fuse. A modality that fails in a tile is a gap there, and the others go on. Every
 * product is kept under the hash of what decides it.
 */
final class TileStages {
    private final GamConfig config;
    private final RegionalPlan plan;
    private final KeptProducts kept;
    private final Workers workers;
    private final ProgressListener progress;
    private final BooleanSupplier stop;
    private final List<Gap> gaps = new ArrayList<>();

    TileStages(
            GamConfig config,
            RegionalPlan plan,
            KeptProducts kept,
            Workers workers,
            ProgressListener progress,
            BooleanSupplier stop) {
        this.config = config;
        this.plan = plan;
        this.kept = kept;
        this.workers = workers;
        this.progress = progress;
        this.stop = stop;
    }

    /**
     * A product and the hash of what decided it.
     *
     * @param <P> the product
     */
    record Keyed<P>(String key, P product) {}

    /** What failed so far. */
    List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    private StageContext context(StageProgress stage) {
        return new StageContext(workers, stage, stop, config.core().seed());
    }

    private Record options(PluginKind kind, Plugin plugin) {
        return plan.use().options(kind, plugin);
    }

    /** A step of one modality in one tile. */
    @FunctionalInterface
    private interface Step<P> {
        Optional<P> run(TileArea tile, RegionalPlan.Modality modality, StageContext context)
                throws InterruptedException;
    }

    /** Each modality in each tile; results by tile, then by modality. */
    private <P> List<Map<String, P>> forEach(String name, List<TileArea> tiles, Step<P> step)
            throws InterruptedException {
        List<Map<String, P>> results = new ArrayList<>();
        try (StageProgress stage =
                progress.begin(name, (long) tiles.size() * plan.modalities().size())) {
            for (TileArea tile : tiles) {
                Map<String, P> made = new LinkedHashMap<>();
                for (RegionalPlan.Modality modality : plan.modalities()) {
                    stage.note(modality.name() + (tiles.size() > 1 ? " in " + tile.id() : ""));
                    try {
                        step.run(tile, modality, context(stage)).ifPresent(p -> made.put(modality.name(), p));
                    } catch (GamException e) {
                        Gap gap = Gaps.of(
                                tiles.size() > 1 ? modality.name() + " in " + tile.id() : modality.name(), name, e);
                        gaps.add(gap);
                        progress.warn(name, gap.what() + ": " + gap.message());
                    }
                    stage.advance(1);
                }
                results.add(made);
            }
        }
        return results;
    }

    /** Observations of every modality that was fetched, by tile. */
    List<Map<String, Keyed<ProcessedData>>> preprocess(RegionMesh mesh, Fetched fetched, MainFieldFile mainField)
            throws InterruptedException {
        String settings = CanonicalJson.of(config.preprocessing());
        Fetched.Item terrain = fetched.terrain();
        return forEach("preprocess", mesh.tiles(), (tile, modality, context) -> {
            Fetched.Item item = fetched.items().get(modality.name());
            if (item == null) {
                return Optional.empty();
            }
            int coarsening = mesh.coarsening(modality.name());
            String key = Keys.of(
                    "preprocess",
                    plan.use().key(PluginKind.PREPROCESSOR, modality.preprocessor()),
                    item.key(),
                    Keys.area(tile),
                    coarsening,
                    settings,
                    terrain == null ? "" : terrain.key(),
                    mainField.key(),
                    config.core().seed());
            PreprocessRequest request = new PreprocessRequest(
                    item.data(),
                    tile,
                    coarsening,
                    config.preprocessing(),
                    terrain != null && terrain.data() instanceof RawData.Gridded heights ? heights : null,
                    mainField);
            ProcessedData data = kept.get(
                    "preprocess",
                    label(tile, modality),
                    key,
                    new ProcessedDataCodec(),
                    () -> modality.preprocessor()
                            .process(request, context.with(options(PluginKind.PREPROCESSOR, modality.preprocessor()))));
            return Optional.of(new Keyed<>(key, data));
        });
    }

    /** Models of all observations, by tile. */
    List<Map<String, Keyed<PropertyModel>>> invert(
            RegionMesh mesh, List<Map<String, Keyed<ProcessedData>>> observations) throws InterruptedException {
        String settings = CanonicalJson.of(config.modeling());
        return forEach("invert", mesh.tiles(), (tile, modality, context) -> {
            Keyed<ProcessedData> data =
                    observations.get(mesh.tiles().indexOf(tile)).get(modality.name());
            if (data == null) {
                return Optional.empty();
            }
            RegularMesh cells = mesh.cells(tile, modality.name());
            String key = Keys.of(
                    "invert",
                    plan.use().key(PluginKind.INVERTER, modality.inverter()),
                    modality.description(),
                    data.key(),
                    Keys.mesh(cells),
                    settings,
                    config.core().seed());
            InversionRequest request = new InversionRequest(data.product(), cells, config.modeling());
            PropertyModel model = kept.get(
                    "invert",
                    label(tile, modality),
                    key,
                    new PropertyModelCodec(),
                    () -> modality.inverter()
                            .invert(request, context.with(options(PluginKind.INVERTER, modality.inverter()))));
            return Optional.of(new Keyed<>(key, model));
        });
    }

    /** The fused model of every tile that has one at all. */
    List<Optional<FusedModel>> fuse(RegionMesh mesh, List<Map<String, Keyed<PropertyModel>>> models)
            throws InterruptedException {
        String settings = CanonicalJson.of(config.modeling());
        List<Optional<FusedModel>> fused = new ArrayList<>();
        try (StageProgress stage = progress.begin("fuse", mesh.tiles().size())) {
            for (int t = 0; t < mesh.tiles().size(); t++) {
                TileArea tile = mesh.tiles().get(t);
                Map<String, Keyed<PropertyModel>> all = models.get(t);
                if (all.isEmpty()) {
                    fused.add(Optional.empty());
                } else {
                    String key = Keys.of(
                            "fuse",
                            plan.use().key(PluginKind.FUSION, plan.fusion()),
                            all.values().stream().map(Keyed::key).toList(),
                            settings);
                    List<PropertyModel> inputs =
                            all.values().stream().map(Keyed::product).toList();
                    fused.add(Optional.of(kept.get(
                            "fuse",
                            tile.id(),
                            key,
                            new FusedModelCodec(),
                            () -> plan.fusion()
                                    .fuse(
                                            inputs,
                                            tile.mesh(),
                                            config.modeling(),
                                            context(stage).with(options(PluginKind.FUSION, plan.fusion()))))));
                }
                stage.advance(1);
            }
        }
        return fused;
    }

    private static String label(TileArea tile, RegionalPlan.Modality modality) {
        return tile.id() + "_" + modality.name();
    }
}
