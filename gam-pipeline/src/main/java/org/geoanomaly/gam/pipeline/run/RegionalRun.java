package org.geoanomaly.gam.pipeline.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.geoanomaly.gam.geophysics.anomaly.LayerBackground;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.cache.RawDataCache;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.config.DataSection;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.FusedModel;
import org.geoanomaly.gam.pipeline.data.Gap;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.geoanomaly.gam.pipeline.detect.Background;
import org.geoanomaly.gam.pipeline.detect.Detection;
import org.geoanomaly.gam.pipeline.detect.Merging;
import org.geoanomaly.gam.pipeline.engine.TileExecutors;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.fetch.DownloadPolicy;
import org.geoanomaly.gam.pipeline.fetch.Downloader;
import org.geoanomaly.gam.pipeline.keep.KeptProducts;
import org.geoanomaly.gam.pipeline.plugin.Plugins;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.source.Mirrors;
import org.geoanomaly.gam.pipeline.source.SourceCatalogue;
import org.geoanomaly.gam.pipeline.source.SourceResolver;
import org.geoanomaly.gam.pipeline.spi.FetchContext;
import org.geoanomaly.gam.pipeline.spi.TileResources;
import org.geoanomaly.gam.pipeline.spi.TileSession;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.DirectoryLock;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.jspecify.annotations.Nullable;

/**
 * The regional run. It may be stopped or killed at any instant; the same request goes on from the products that are kept and ends with the
 * same bytes.
 */
public final class RegionalRun {
    private final RegionalRequest request;
    private final GamConfig config;
    private final RegionalPlan plan;
    private final Plugins plugins;
    private final TileExecutors executors;
    private final ProgressListener progress;
    private final BooleanSupplier stop;
    private final RegionalPaths paths;

    /**
     * A run.
     *
     * @param stop asked often; once true the run ends as soon as it can
     * @throws org.geoanomaly.gam.pipeline.error.ConfigurationException if the configuration cannot be carried out
     */
    public RegionalRun(RegionalRequest request, Plugins plugins, ProgressListener progress, BooleanSupplier stop) {
        this.request = request;
        this.config = request.config();
        this.executors = TileExecutors.of(RegionalRun.class.getClassLoader());
        executors.require(config.core());
        this.plugins = plugins;
        this.plan = RegionalPlan.of(config, plugins);
        plan.requireCarriable(config.core().engine());
        this.progress = progress;
        this.stop = stop;
        this.paths = request.paths();
    }

    /** What will be done by whom. */
    public RegionalPlan plan() {
        return plan;
    }

    /**
     * Runs to the end, or until stopped.
     *
     * @throws org.geoanomaly.gam.grid.error.GamException if no modality has a result, or the products cannot be written
     */
    public RegionalSummary run() throws IOException, InterruptedException {
        DirectoryLock lock = DirectoryLock.acquire(paths.root());
        try (Workers workers = new Workers(config.core().parallelWorkers())) {
            int swept = AtomicFile.sweep(paths.root());
            if (swept > 0) {
                progress.info("resume", "removed " + swept + " unfinished files of an interrupted run");
            }
            return new Course(workers).run();
        } catch (CancellationException e) {
            return new RegionalSummary("", List.of(), List.of(), List.of(), List.of(), RegionalSummary.End.STOPPED);
        } finally {
            lock.close();
        }
    }

    /** What the stages that work tile by tile have made. */
    private record Modelled(
            List<Map<String, TileStages.Keyed<ProcessedData>>> observations,
            List<Map<String, TileStages.Keyed<PropertyModel>>> models,
            List<Optional<FusedModel>> fused,
            List<Gap> gaps) {}

    /** One course of the run, with its threads. */
    private final class Course {
        private final Workers workers;
        private final SourceCatalogue catalogue;
        private final SourceResolver resolver;
        private final MainFieldFile mainField;

        Course(Workers workers) {
            this.workers = workers;
            DataSection data = config.data();
            Path own = data.catalogue();
            this.catalogue = own == null
                    ? SourceCatalogue.builtIn()
                    : SourceCatalogue.builtIn().with(own);
            this.resolver = new SourceResolver(
                    Mirrors.of(request.environment(), data.mirrors()),
                    data.cacheDir(),
                    new Downloader(DownloadPolicy.DEFAULT, progress),
                    progress,
                    RunClock.system());
            this.mainField = new MainFieldFile(data.sources().get(MainFieldFile.MODALITY), catalogue, resolver);
        }

        RegionalSummary run() throws IOException, InterruptedException {
            Fetched fetched = fetch();
            String key = key(fetched);
            RunRecord record =
                    RunRecord.of(key, paths.state(), new RunClock(request.environment(), InstantSource.system()));
            if (!request.fresh() && RegionProducts.areCurrent(paths, record.id())) {
                progress.info("resume", "everything is there and valid: nothing to do");
                return new RegionalSummary(
                        record.id(),
                        List.copyOf(fetched.items().keySet()),
                        RegionProducts.anomalies(paths),
                        fetched.gaps(),
                        List.of(),
                        RegionalSummary.End.UNCHANGED);
            }
            RegionMesh mesh = new MeshStage(config, plan, progress).run(fetched);
            KeptProducts kept = new KeptProducts(paths.work(), request.fresh(), progress);
            Modelled modelled = model(mesh, fetched, kept);
            List<Gap> gaps = modelled.gaps();
            List<Optional<TileResult>> tiles =
                    detect(mesh, modelled.observations(), modelled.models(), modelled.fused());
            RegionResult result =
                    merge(mesh, tiles, record, inputs(fetched, tiles), gaps).withTerrain(heights(fetched));
            gaps.addAll(new RegionProducts(paths, config, workers, progress, stop).write(result, plan));
            kept.prune();
            return new RegionalSummary(
                    record.id(),
                    result.modalities().stream().map(ModalityResult::modality).toList(),
                    result.anomalies(),
                    gaps,
                    result.notes(),
                    RegionalSummary.End.COMPLETED);
        }

        private Modelled model(RegionMesh mesh, Fetched fetched, KeptProducts kept)
                throws IOException, InterruptedException {
            TileResources resources = new TileResources("gam run", config.core(), workers, progress);
            try (TileSession session = executors.open(resources)) {
                RegionTileJob job = new RegionTileJob(paths.work(), session.share(shared(fetched)), plan.use());
                TileStages stages = new TileStages(config, plan, kept, session, job, progress, stop);
                List<Map<String, TileStages.Keyed<ProcessedData>>> observations =
                        stages.preprocess(mesh, fetched, mainField);
                List<Map<String, TileStages.Keyed<PropertyModel>>> models = stages.invert(mesh, observations);
                List<Gap> gaps = new ArrayList<>(fetched.gaps());
                gaps.addAll(stages.gaps());
                if (models.stream().allMatch(Map::isEmpty)) {
                    throw nothingLeft(gaps);
                }
                List<Optional<FusedModel>> fused = stages.fuse(mesh, models);
                return new Modelled(observations, models, fused, gaps);
            } finally {
                remove(paths.sent());
                AtomicFile.sweep(paths.root()); // of workers that were killed while they wrote
            }
        }

        private RegionInputs shared(Fetched fetched) {
            LinkedHashMap<String, RawData> data = new LinkedHashMap<>();
            fetched.items().forEach((modality, item) -> data.put(modality, item.data()));
            Fetched.Item terrain = fetched.terrain();
            return new RegionInputs(
                    data,
                    terrain != null && terrain.data() instanceof RawData.Gridded heights ? heights : null,
                    new SentMainField(mainField, data.containsKey("magnetic"), paths.sent()),
                    config.preprocessing(),
                    config.modeling(),
                    config.core().seed());
        }

        private Fetched fetch() {
            double buffer = MeshStage.buffer(config, plan.area());
            BoundingBox area = Tiling.buffered(plan.area(), buffer);
            FetchContext context = new FetchContext(catalogue, resolver, paths.scratch(), workers, progress);
            RawDataCache cache = new RawDataCache(
                    config.data().cacheDir(), config.data().cacheExpiryDays(), InstantSource.system(), progress);
            Fetched fetched = new FetchStage(plan, plugins, cache, context)
                    .run(area, config.preprocessing().gridRes());
            fetched.gaps().forEach(g -> progress.warn("fetch", g.what() + ": " + g.message()));
            if (fetched.items().isEmpty()) {
                throw nothingFetched(fetched.gaps());
            }
            return fetched;
        }

        private String key(Fetched fetched) {
            Fetched.Item terrain = fetched.terrain();
            return Keys.of(
                    "run",
                    plan.area(),
                    fetched.items().values().stream().map(Fetched.Item::key).toList(),
                    fetched.gaps(),
                    terrain == null ? "" : terrain.key(),
                    mainField.key(),
                    CanonicalJson.of(config.data().modalities()),
                    CanonicalJson.of(config.preprocessing()),
                    CanonicalJson.of(config.modeling()),
                    CanonicalJson.of(config.visualization()),
                    plan.key(),
                    config.core().tileSize(),
                    config.core().seed());
        }

        private List<Optional<TileResult>> detect(
                RegionMesh mesh,
                List<Map<String, TileStages.Keyed<ProcessedData>>> observations,
                List<Map<String, TileStages.Keyed<PropertyModel>>> models,
                List<Optional<FusedModel>> fused) {
            List<Optional<TileResult>> tiles = new ArrayList<>();
            List<TileArea> areas = new ArrayList<>();
            List<FusedModel> present = new ArrayList<>();
            for (int t = 0; t < fused.size(); t++) {
                if (fused.get(t).isPresent()) {
                    areas.add(mesh.tiles().get(t));
                    present.add(fused.get(t).get());
                }
            }
            LayerBackground background = Background.of(present, areas);
            try (StageProgress stage = progress.begin("detect", mesh.tiles().size())) {
                for (int t = 0; t < mesh.tiles().size(); t++) {
                    int index = t;
                    tiles.add(fused.get(t)
                            .map(f -> new TileResult(
                                    mesh.tiles().get(index),
                                    products(observations.get(index)),
                                    products(models.get(index)),
                                    f,
                                    Detection.find(
                                            f,
                                            mesh.tiles().get(index),
                                            background,
                                            config.modeling(),
                                            plan.descriptions()))));
                    stage.advance(1);
                }
            }
            return tiles;
        }

        private static @Nullable FloatGrid heights(Fetched fetched) {
            Fetched.Item terrain = fetched.terrain();
            return terrain != null && terrain.data() instanceof RawData.Gridded gridded ? gridded.grid() : null;
        }

        private RegionResult merge(
                RegionMesh mesh,
                List<Optional<TileResult>> tiles,
                RunRecord record,
                List<RegionResult.Input> inputs,
                List<Gap> gaps) {
            RegionSampling sampling = RegionSampling.of(plan.area(), mesh.stepDeg(), mesh.tiles(), workers);
            MergeStage merge = new MergeStage(sampling, mesh.depths(), tiles, workers);
            List<String> names = plan.modalities().stream()
                    .map(RegionalPlan.Modality::name)
                    .filter(m -> tiles.stream()
                            .flatMap(Optional::stream)
                            .anyMatch(t -> t.models().containsKey(m)))
                    .toList();
            List<Anomaly> anomalies = Merging.merge(
                    tiles.stream()
                            .flatMap(Optional::stream)
                            .map(TileResult::anomalies)
                            .toList(),
                    plan.area());
            List<String> notes = new ArrayList<>(mesh.notes());
            tiles.stream()
                    .flatMap(Optional::stream)
                    .forEach(t -> t.fused().notes().stream()
                            .filter(n -> !notes.contains(n))
                            .forEach(notes::add));
            return new RegionResult(
                    new RegionResult.Run(record.id(), record.start(), config, inputs),
                    plan.area(),
                    names.stream().map(m -> merge.modality(m, List.of())).toList(),
                    merge.fused(names),
                    anomalies,
                    gaps,
                    notes);
        }

        private List<RegionResult.Input> inputs(Fetched fetched, List<Optional<TileResult>> tiles) {
            List<RegionResult.Input> inputs = new ArrayList<>();
            fetched.items()
                    .values()
                    .forEach(item ->
                            item.located().forEach(file -> inputs.add(new RegionResult.Input(item.modality(), file))));
            Fetched.Item terrain = fetched.terrain();
            if (terrain != null) {
                terrain.located().forEach(file -> inputs.add(new RegionResult.Input(terrain.modality(), file)));
            }
            boolean magnetic = tiles.stream()
                    .flatMap(Optional::stream)
                    .flatMap(t -> t.data().values().stream())
                    .anyMatch(d -> d.ambient() != null);
            if (magnetic) {
                mainField.get();
                mainField.input().ifPresent(inputs::add);
            }
            return inputs;
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static <P> Map<String, P> products(Map<String, TileStages.Keyed<P>> keyed) {
        Map<String, P> products = new LinkedHashMap<>();
        keyed.forEach((name, k) -> products.put(name, k.product()));
        return products;
    }

    private static DataFetchException nothingFetched(List<Gap> gaps) {
        return new DataFetchException(
                "no modality has data: " + words(gaps), "check data.sources, data.bbox and data.modalities", null);
    }

    private static PreprocessingException nothingLeft(List<Gap> gaps) {
        return new PreprocessingException("no modality has a result: " + words(gaps));
    }

    private static String words(List<Gap> gaps) {
        return gaps.stream().map(g -> g.what() + ": " + g.message()).collect(Collectors.joining("; "));
    }
}
