package org.geoanomaly.gam.pipeline.global;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.RobustStatistics;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.stac.RunRef;
import org.geoanomaly.gam.pipeline.stac.SourceRef;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;
import org.geoanomaly.gam.pipeline.visual.site.SiteAbout;
import org.geoanomaly.gam.pipeline.visual.site.SiteArchive;
import org.geoanomaly.gam.pipeline.visual.site.SiteConfig;
import org.geoanomaly.gam.pipeline.visual.site.SiteLayer;
import org.geoanomaly.gam.pipeline.visual.site.SiteLinks;
import org.geoanomaly.gam.pipeline.visual.site.SiteRun;
import org.geoanomaly.gam.pipeline.visual.site.SiteSource;
import org.geoanomaly.gam.pipeline.visual.site.SiteTiles;
import org.geoanomaly.gam.pipeline.visual.site.StrongestCells;
import org.geoanomaly.gam.pipeline.visual.site.ViewerSite;

/** The viewer folder of a run. */
final class SiteWriter {
    private static final int PLACES = 12;
    private static final double SEPARATION_DEGREES = 8;
    private static final double FUSED_RANGE = 6;

    private final GlobalPaths paths;
    private final RunProvenance provenance;
    private final Workers workers;

    SiteWriter(GlobalPaths paths, RunProvenance provenance, Workers workers) {
        this.paths = paths;
        this.provenance = provenance;
        this.workers = workers;
    }

    /** Every file of the viewer but the archives, which it shares; nothing where there is no fused archive to show. */
    List<Path> write(FloatGrid fused, Map<Layer, FloatGrid> measured, List<TileId> tiles) throws IOException {
        if (!Files.isRegularFile(paths.archive())) {
            return List.of();
        }
        Map<Layer, FloatGrid> grids = new LinkedHashMap<>(measured);
        grids.put(Layer.FUSED, fused);
        RunRef run = provenance.run();
        ViewerSite.write(
                paths.site(),
                new SiteConfig(
                        "Global anomalies",
                        SiteAbout.FUSED_INDEX,
                        new SiteRun(run.id(), run.start(), run.softwareVersion(), provenance.synthetic()),
                        layers(measured),
                        provenance.origins().stream().map(SiteWriter::source).toList(),
                        StrongestCells.of(fused, PLACES, SEPARATION_DEGREES),
                        statistics(grids, tiles),
                        null,
                        SiteLinks.OF_A_GLOBAL_RUN,
                        licence()));
        try (var files = Files.walk(paths.site())) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().endsWith(".pmtiles"))
                    .sorted()
                    .toList();
        }
    }

    private List<SiteLayer> layers(Map<Layer, FloatGrid> measured) {
        List<SiteLayer> layers = new ArrayList<>();
        layers.add(new SiteLayer(
                Layer.FUSED.id(),
                Layer.FUSED.title(),
                SiteAbout.FUSED_INDEX.legend(),
                "z",
                SiteArchive.read(paths.archive()),
                FUSED_RANGE));
        measured.forEach((layer, grid) -> {
            Path archive = paths.valueArchive(layer);
            if (Files.isRegularFile(archive)) {
                Statistics s = RobustStatistics.of(grid.values());
                layers.add(new SiteLayer(
                        layer.id(),
                        layer.title(),
                        quantity(layer),
                        layer.unit().symbol(),
                        SiteArchive.read(archive),
                        SiteLayer.range(s)));
            }
        });
        return layers;
    }

    private String quantity(Layer layer) {
        return provenance.origins().stream()
                .filter(o -> o.layer() == layer)
                .map(o -> o.quantity().replace('_', ' ') + ", " + layer.unit().symbol())
                .findFirst()
                .orElse(layer.title() + ", " + layer.unit().symbol());
    }

    private SiteTiles statistics(Map<Layer, FloatGrid> grids, List<TileId> tiles) {
        ConcurrentMap<TileId, Map<String, Statistics>> all = new ConcurrentHashMap<>();
        workers.forEach(tiles.size(), i -> {
            Map<String, Statistics> ofTile = new LinkedHashMap<>();
            grids.forEach((layer, grid) -> ofTile.put(
                    layer.id(),
                    RobustStatistics.of(GlobalGrid.cut(grid, tiles.get(i)).values())));
            all.put(tiles.get(i), ofTile);
        });
        SortedMap<TileId, Map<String, Statistics>> sorted = new TreeMap<>(all);
        return new SiteTiles(sorted);
    }

    private static SiteSource source(LayerOrigin origin) {
        SourceRef source = origin.source();
        Double resolution = source.resolutionDeg();
        return new SiteSource(
                origin.layer().id(),
                source.id() + " (" + origin.quantity() + ")",
                resolution == null ? "unknown" : Sources.degrees(resolution),
                source.license(),
                source.citation(),
                source.url().startsWith("http") ? source.url() : "",
                source.sha256());
    }

    private String licence() {
        return provenance.synthetic()
                ? "synthetic demonstration data, free of rights"
                : "derived from the sources named here; their terms apply";
    }
}
