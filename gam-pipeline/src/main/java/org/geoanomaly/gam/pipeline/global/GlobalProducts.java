package org.geoanomaly.gam.pipeline.global;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.geoanomaly.gam.geophysics.fusion.RobustScale;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.layout.Layer;
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
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;
import org.geoanomaly.gam.pipeline.visual.quicklook.GlobalOverview;
import org.geoanomaly.gam.pipeline.visual.quicklook.OverviewLabels;

/** Writes what spans tiles: mosaics, overview, web archive, catalogue, viewer, manifest; then checks the whole. */
final class GlobalProducts {
    private final GlobalRequest request;
    private final GlobalSettings settings;
    private final RunProvenance provenance;
    private final ProgressListener progress;
    private final Workers workers;
    private final GlobalPaths paths;

    GlobalProducts(
            GlobalRequest request,
            GlobalSettings settings,
            RunProvenance provenance,
            ProgressListener progress,
            Workers workers) {
        this.request = request;
        this.settings = settings;
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
            written.addAll(mosaics(tiles));
            written.add(overview(fused));
            written.addAll(catalog(tiles));
            Map<Layer, SeamStatistics> seams = seams(tiles, fused, globes);
            written.addAll(new ManifestWriter(request, provenance).write(state, seams));
            written.addAll(new SiteWriter(request, provenance, progress).write(!tiles.isEmpty()));
            ProductLedger.write(paths, ProductLedger.key(state, tiles, settings), ProductLedger.describe(paths, written));
        } catch (IOException e) {
            throw new OutputException("cannot write below " + paths.root() + ": " + e.getMessage(), null, e);
        }
        return List.of();
    }

    private List<Layer> layers() {
        List<Layer> layers = new ArrayList<>(
                provenance.origins().stream().map(LayerOrigin::layer).toList());
        layers.add(Layer.FUSED);
        return layers;
    }

    private List<Path> mosaics(List<TileId> tiles) {
        List<Path> written = new ArrayList<>();
        for (Layer layer : layers()) {
            Path target = paths.mosaic(layer);
            String description = (provenance.synthetic() ? "SYNTHETIC " : "") + layer.title();
            Path folder = target.getParent();
            String vrt = VrtMosaic.of(
                    tiles,
                    layer.unit().symbol(),
                    description,
                    tile -> folder.relativize(paths.cog(layer, tile)).toString().replace('\\', '/'));
            AtomicFile.write(target, vrt.getBytes(StandardCharsets.UTF_8));
            written.add(target);
        }
        return written;
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

    private List<Path> catalog(List<TileId> tiles) {
        List<LayerItems> items = layers().stream()
                .map(l -> new LayerItems(l, tiles, provenance.sources(l), GlobalGrid.CELL_DEGREES))
                .toList();
        return StacCatalog.write(paths.root(), provenance.run(), items).stream()
                .map(p -> paths.root().resolve(p.path()))
                .toList();
    }

    private Map<Layer, SeamStatistics> seams(List<TileId> tiles, FloatGrid fused, Globes globes) {
        Map<Layer, SeamStatistics> seams = new EnumMap<>(Layer.class);
        try (StageProgress stage = progress.begin("seams", layers().size())) {
            for (Layer layer : layers()) {
                SeamStatistics s = SeamMeter.measure(layer == Layer.FUSED ? fused : globes.of(layer, tiles));
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
