package org.geoanomaly.gam.pipeline.validation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.manifest.ManifestStore;
import org.geoanomaly.gam.pipeline.manifest.OutputRecord;
import org.geoanomaly.gam.pipeline.manifest.RunManifest;
import org.geoanomaly.gam.pipeline.manifest.RunSummary;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.seam.SeamMeter;
import org.geoanomaly.gam.pipeline.seam.SeamStatistics;
import org.geoanomaly.gam.pipeline.stac.StacCatalog;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;

/** Re-checks everything that a global run wrote, from its manifest: nothing is believed that the files do not bear out. */
public final class ProductValidator {
    private final GlobalPaths paths;
    private final RunManifest manifest;
    private final RecordedSettings settings;
    private final List<Layer> layers;
    private final Workers workers;
    private final ProgressListener progress;

    private ProductValidator(GlobalPaths paths, RunManifest manifest, Workers workers, ProgressListener progress) {
        this.paths = paths;
        this.manifest = manifest;
        this.settings = RecordedSettings.of(manifest.configuration().values());
        this.layers = new ArrayList<>(manifest.inputs().stream()
                .map(i -> Layer.parse(i.layer()))
                .flatMap(java.util.Optional::stream)
                .toList());
        this.layers.add(Layer.FUSED);
        this.workers = workers;
        this.progress = progress;
    }

    /**
     * All checks of a directory.
     *
     * @throws DataFormatException if the directory holds no readable manifest of a global run
     */
    public static List<CheckResult> validate(Path directory, Workers workers, ProgressListener progress) {
        GlobalPaths paths = new GlobalPaths(directory);
        if (!Files.isRegularFile(paths.manifest())) {
            throw new DataFormatException(
                    directory,
                    "holds no finished product: " + paths.relative(paths.manifest()) + " is missing",
                    "run gam run or gam global first, or let an interrupted run finish");
        }
        return new ProductValidator(paths, ManifestStore.read(directory), workers, progress).run();
    }

    private List<CheckResult> run() {
        List<TileId> complete = tiles();
        List<TileId> failed = failed();
        List<TileId> all = new ArrayList<>(complete);
        all.addAll(failed);
        List<CheckResult> results = new ArrayList<>();
        results.add(InputIntegrityCheck.check(paths.root(), manifest));
        Map<Layer, FloatGrid> globes = new EnumMap<>(Layer.class);
        layers.forEach(l -> globes.put(l, GlobalGrid.empty(l.unit())));
        results.addAll(tileChecks(all, files -> paste(files, complete, globes)));
        results.add(products());
        Map<Layer, SeamStatistics> seams = new EnumMap<>(Layer.class);
        globes.forEach((layer, globe) -> seams.put(layer, SeamMeter.measure(globe)));
        results.add(SeamCheck.check(seams, cellsInSource()));
        results.add(stac(complete.size()));
        if (lists(paths.archive())) {
            FloatGrid fused = globes.getOrDefault(Layer.FUSED, GlobalGrid.empty(Layer.FUSED.unit()));
            results.add(PmtilesIntegrityCheck.check(
                    paths.archive(), fused, settings.minZoom(), settings.maxZoom(), workers));
        }
        globes.forEach((layer, globe) -> {
            if (layer != Layer.FUSED && lists(paths.valueArchive(layer))) {
                results.add(PmtilesIntegrityCheck.checkValues(paths.valueArchive(layer), globe, workers));
            }
        });
        results.add(outcome(failed));
        return results;
    }

    private static void paste(TileFiles files, List<TileId> complete, Map<Layer, FloatGrid> globes) {
        FloatGrid globe = globes.get(files.layer());
        boolean fits = files.values().geometry().columns() == GlobalGrid.TILE_CELLS
                && files.values().geometry().rows() == GlobalGrid.TILE_CELLS;
        if (globe != null && fits && complete.contains(files.tile())) {
            GlobalGrid.paste(files.values(), files.tile(), globe);
        }
    }

    private List<TileId> tiles() {
        TreeSet<TileId> tiles = new TreeSet<>();
        for (OutputRecord output : manifest.outputs()) {
            String path = output.path();
            if (path.startsWith("metadata/") && path.endsWith("_fused.json")) {
                tiles.add(TileId.parse(path.substring("metadata/".length(), path.length() - "_fused.json".length())));
            }
        }
        return List.copyOf(tiles);
    }

    private List<TileId> failed() {
        return manifest.summary().failed().stream()
                .map(RunSummary.FailedTile::tileId)
                .map(TileId::parse)
                .toList();
    }

    private List<CheckResult> tileChecks(List<TileId> tiles, Consumer<TileFiles> reader) {
        TileChecks checks = new TileChecks(
                paths,
                List.of(
                        new GridAlignmentCheck(),
                        new StatisticsCheck(settings.minValidFraction()),
                        new CogComplianceCheck(settings.cog())));
        Map<String, List<Finding>> byCheck = new LinkedHashMap<>();
        checks.names().forEach(n -> byCheck.put(n, new ArrayList<>()));
        try (StageProgress stage = progress.begin("validate", tiles.size())) {
            workers.forEach(tiles.size(), i -> {
                Map<String, List<Finding>> findings = checks.check(tiles.get(i), layers, reader);
                synchronized (byCheck) {
                    findings.forEach((name, list) -> byCheck.computeIfAbsent(name, k -> new ArrayList<>())
                            .addAll(list));
                }
                stage.advance(1);
            });
        }
        String summary = String.format(Locale.ROOT, "%d tiles x %d layers", tiles.size(), layers.size());
        List<CheckResult> results = new ArrayList<>();
        byCheck.forEach((name, findings) -> {
            findings.sort(java.util.Comparator.comparing(Finding::subject));
            results.add(new CheckResult(name, summary, findings));
        });
        return results;
    }

    /** Products besides tiles, and sidecars, against the manifest. */
    private CheckResult products() {
        List<OutputRecord> others = manifest.outputs().stream()
                .filter(o -> !o.path().startsWith("cog/"))
                .toList();
        return RecordedFilesCheck.check(paths.root(), others, manifest.outputs().size(), workers);
    }

    private CheckResult stac(int tiles) {
        List<Finding> findings = StacCatalog.brokenLinks(paths.root()).stream()
                .map(p -> Finding.error("stac", p))
                .toList();
        return new CheckResult(
                "STAC 1.1.0",
                tiles * layers.size() + " items, " + layers.size() + " collections, 1 catalogue, links followed",
                findings);
    }

    private CheckResult outcome(List<TileId> failed) {
        List<Finding> findings = manifest.summary().failed().stream()
                .map(f -> Finding.error(f.tileId(), "failed in the run: " + f.message()))
                .toList();
        int complete = manifest.summary().tilesComplete();
        return new CheckResult("completeness", complete + " tiles complete, " + failed.size() + " failed", findings);
    }

    private boolean lists(Path file) {
        String path = paths.relative(file);
        return manifest.outputs().stream().anyMatch(o -> o.path().equals(path));
    }

    private Map<Layer, Double> cellsInSource() {
        Map<Layer, Double> cells = new EnumMap<>(Layer.class);
        manifest.inputs()
                .forEach(input -> Layer.parse(input.layer()).ifPresent(layer -> {
                    Double resolution = input.content().resolutionDeg();
                    cells.put(layer, resolution == null ? 1 : resolution / GlobalGrid.CELL_DEGREES);
                }));
        return cells;
    }
}
