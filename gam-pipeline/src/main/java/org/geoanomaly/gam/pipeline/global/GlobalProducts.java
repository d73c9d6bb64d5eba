package org.geoanomaly.gam.pipeline.global;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.geoanomaly.gam.geophysics.fusion.RobustScale;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.ProgramVersion;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.manifest.ManifestStore;
import org.geoanomaly.gam.pipeline.mosaic.VrtMosaic;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.seam.SeamMeter;
import org.geoanomaly.gam.pipeline.seam.SeamStatistics;
import org.geoanomaly.gam.pipeline.stac.LayerItems;
import org.geoanomaly.gam.pipeline.stac.StacCatalog;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;
import org.geoanomaly.gam.pipeline.validation.CheckResult;
import org.geoanomaly.gam.pipeline.validation.InputIntegrityCheck;
import org.geoanomaly.gam.pipeline.validation.PmtilesIntegrityCheck;
import org.geoanomaly.gam.pipeline.validation.SeamCheck;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;
import org.geoanomaly.gam.pipeline.visual.map.WorldFigure;
import org.geoanomaly.gam.pipeline.visual.quicklook.GlobalOverview;
import org.geoanomaly.gam.pipeline.visual.quicklook.OverviewLabels;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;
import org.geoanomaly.gam.pipeline.visual.style.RasterStyle;

/** Writes what spans tiles: mosaics, overview, web archive, catalogue, viewer, manifest; then checks the whole. */
final class GlobalProducts {
    private static final double NANOTESLA = 250;
    private static final double MILLIGAL = 100;

    private final GlobalRequest request;
    private final GlobalSettings settings;
    private final List<LayerInput> inputs;
    private final RunProvenance provenance;
    private final ProgressListener progress;
    private final Workers workers;
    private final GlobalPaths paths;

    GlobalProducts(
            GlobalRequest request,
            GlobalSettings settings,
            List<LayerInput> inputs,
            RunProvenance provenance,
            ProgressListener progress,
            Workers workers) {
        this.request = request;
        this.settings = settings;
        this.inputs = List.copyOf(inputs);
        this.provenance = provenance;
        this.progress = progress;
        this.workers = workers;
        this.paths = request.paths();
    }

    List<CheckResult> write(GlobalState state, Globes globes) {
        List<TileId> tiles = state.completed();
        List<Path> written = new ArrayList<>();
        FloatGrid fused = globes.of(Layer.FUSED, tiles);
        try {
            WebArchive archive = new WebArchive(request, settings, provenance, progress, workers);
            written.addAll(archive.write(fused));
            Map<Layer, FloatGrid> measured = measured(globes, tiles);
            written.addAll(new ValueArchives(request, settings, provenance, progress, workers).write(measured));
            written.addAll(mosaics(tiles));
            written.add(overview(fused));
            written.add(figure(fused));
            written.addAll(catalog(tiles));
            Map<Layer, SeamStatistics> seams = seams(fused, measured);
            written.addAll(new SiteWriter(paths, provenance, workers).write(fused, measured, tiles));
            written.addAll(new ManifestWriter(request, provenance, inputs, workers).write(state, seams, written));
            List<CheckResult> checks = checks(fused, seams, written);
            ProductLedger.write(
                    paths, ProductLedger.key(state, tiles, settings), ProductLedger.describe(paths, written));
            return checks;
        } catch (IOException e) {
            throw new OutputException("cannot write below " + paths.root() + ": " + e.getMessage(), null, e);
        }
    }

    private List<CheckResult> checks(FloatGrid fused, Map<Layer, SeamStatistics> seams, List<Path> written) {
        List<CheckResult> checks = new ArrayList<>();
        checks.add(InputIntegrityCheck.check(paths.root(), ManifestStore.read(paths.root())));
        checks.add(SeamCheck.check(seams, cellsInSource()));
        if (written.contains(paths.archive())) {
            checks.add(PmtilesIntegrityCheck.check(
                    paths.archive(),
                    fused,
                    settings.web().minZoom(),
                    settings.web().maxZoom(),
                    workers));
        }
        for (CheckResult check : checks) {
            check.findings()
                    .forEach(f -> progress.warn("validate", check.name() + ": " + f.subject() + " " + f.message()));
        }
        return checks;
    }

    private Map<Layer, Double> cellsInSource() {
        Map<Layer, Double> cells = new EnumMap<>(Layer.class);
        for (LayerOrigin origin : provenance.origins()) {
            Double resolution = origin.source().resolutionDeg();
            cells.put(origin.layer(), resolution == null ? 1 : resolution / GlobalGrid.CELL_DEGREES);
        }
        return cells;
    }

    private List<Path> mosaics(List<TileId> tiles) {
        List<Path> written = new ArrayList<>();
        for (Layer layer : provenance.layers()) {
            Path target = paths.mosaic(layer);
            String description = (provenance.synthetic() ? "SYNTHETIC " : "") + layer.title();
            String vrt = VrtMosaic.of(
                    tiles, layer.unit().symbol(), description, tile -> "../" + paths.relative(paths.cog(layer, tile)));
            AtomicFile.write(target, vrt.getBytes(StandardCharsets.UTF_8));
            written.add(target);
            Path style = paths.style(layer);
            double limit = limit(layer);
            AtomicFile.write(style, RasterStyle.of(ColorMap.VIK, -limit, limit).getBytes(StandardCharsets.UTF_8));
            written.add(style);
        }
        return written;
    }

    /** Where the colours of a layer end: values of the whole Earth that few cells exceed. */
    private static double limit(Layer layer) {
        return switch (layer) {
            case MAG -> NANOTESLA;
            case GRAV -> MILLIGAL;
            case FUSED -> RobustScale.CLAMP;
        };
    }

    private Path overview(FloatGrid fused) {
        String sources = String.join(
                ", ", provenance.origins().stream().map(o -> o.source().id()).toList());
        OverviewLabels labels = new OverviewLabels(
                (provenance.synthetic() ? "SYNTHETIC DATA: " : "") + "Fused anomaly index, 0.1°, normalisation by "
                        + settings.normalization(),
                "robust z, clamped to ±6",
                "EPSG:4326   sources: " + sources + "   run " + provenance.run().id());
        byte[] png = GlobalOverview.render(fused, ColorMap.VIK, -RobustScale.CLAMP, RobustScale.CLAMP, labels);
        AtomicFile.write(paths.overview(), png);
        return paths.overview();
    }

    private Path figure(FloatGrid fused) {
        boolean clamped = false;
        for (float v : fused.values()) {
            clamped |= Math.abs(v) >= RobustScale.CLAMP;
        }
        ColorScale colors = new ColorScale(ColorMap.VIK, -RobustScale.CLAMP, RobustScale.CLAMP, clamped, clamped, true);
        String data = provenance.origins().stream()
                .map(o -> o.source().id())
                .distinct()
                .collect(Collectors.joining(" and "));
        WorldFigure.Lettering words = new WorldFigure.Lettering(
                "fused_index",
                (provenance.synthetic() ? "SYNTHETIC: fused" : "Global fused") + " anomaly index",
                data + " · 0.1° grid · normalisation by " + settings.normalization(),
                "fused index, robust z (no unit)" + (clamped ? "; arrows: values clamped at ±6" : ""),
                "GAM " + ProgramVersion.text() + ", run " + provenance.run().id() + credits());
        AtomicFile.write(
                paths.figure(),
                WorldFigure.draw(fused, colors, settings.figure(), words).png(1));
        return paths.figure();
    }

    private String credits() {
        String cited = provenance.origins().stream()
                .map(o -> o.source().citation())
                .filter(c -> !c.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
        return cited.isEmpty() ? "" : " · data: " + cited;
    }

    private List<Path> catalog(List<TileId> tiles) {
        List<LayerItems> items = provenance.layers().stream()
                .map(l -> new LayerItems(l, tiles, provenance.sources(l), GlobalGrid.CELL_DEGREES))
                .toList();
        return StacCatalog.write(paths.root(), provenance.run(), items).stream()
                .map(p -> paths.root().resolve(p.path()))
                .toList();
    }

    private Map<Layer, FloatGrid> measured(Globes globes, List<TileId> tiles) {
        Map<Layer, FloatGrid> measured = new EnumMap<>(Layer.class);
        provenance.origins().forEach(o -> measured.put(o.layer(), globes.of(o.layer(), tiles)));
        return measured;
    }

    private Map<Layer, SeamStatistics> seams(FloatGrid fused, Map<Layer, FloatGrid> measured) {
        Map<Layer, SeamStatistics> seams = new EnumMap<>(Layer.class);
        try (StageProgress stage = progress.begin("seams", provenance.layers().size())) {
            for (Layer layer : provenance.layers()) {
                SeamStatistics s = SeamMeter.measure(measured.getOrDefault(layer, fused));
                seams.put(layer, s);
                stage.advance(1);
                progress.info("seams", describe(layer, s));
            }
        }
        return seams;
    }

    private static String describe(Layer layer, SeamStatistics s) {
        return s.edges() == 0
                ? layer.id() + ": no two neighbouring tiles"
                : String.format(
                        Locale.ROOT,
                        "%s: %,d edges  mean jump %.3g %s  p99 %.3g  seam-to-interior ratio %.2f  worst %s %.3g",
                        layer.id(),
                        s.edges(),
                        s.mean(),
                        layer.unit().symbol(),
                        s.p99(),
                        s.ratio(),
                        s.worst(),
                        s.worstMean());
    }
}
