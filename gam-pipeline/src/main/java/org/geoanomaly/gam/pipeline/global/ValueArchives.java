package org.geoanomaly.gam.pipeline.global;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.stats.RobustStatistics;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;
import org.geoanomaly.gam.pipeline.webtile.WebTileDescription;
import org.geoanomaly.gam.pipeline.webtile.WebTileOptions;
import org.geoanomaly.gam.pipeline.webtile.WebTilePyramid;
import org.geoanomaly.gam.pipeline.webtile.WebTileScale;
import org.geoanomaly.gam.pipeline.webtile.WebTileSummary;

/** The measured layers as web tiles in physical units, with codes of 16 bits. */
final class ValueArchives {
    /** The low bytes of measured values are noise, which more effort does not make smaller. */
    private static final int PNG_LEVEL = 1;

    private final GlobalPaths paths;
    private final GlobalSettings settings;
    private final RunProvenance provenance;
    private final ProgressListener progress;
    private final Workers workers;

    ValueArchives(
            GlobalRequest request,
            GlobalSettings settings,
            RunProvenance provenance,
            ProgressListener progress,
            Workers workers) {
        this.paths = request.paths();
        this.settings = settings;
        this.provenance = provenance;
        this.progress = progress;
        this.workers = workers;
    }

    /** Archives and their descriptions, for each layer that has something to show. */
    List<Path> write(Map<Layer, FloatGrid> measured) throws IOException {
        List<Path> written = new ArrayList<>();
        for (Map.Entry<Layer, FloatGrid> entry : measured.entrySet()) {
            Path archive = paths.valueArchive(entry.getKey());
            Path beside = WebTilePyramid.metadataFile(archive);
            if (write(entry.getKey(), entry.getValue(), archive)) {
                written.addAll(List.of(archive, beside));
            } else {
                Files.deleteIfExists(archive);
                Files.deleteIfExists(beside);
            }
        }
        return List.copyOf(written);
    }

    private boolean write(Layer layer, FloatGrid grid, Path archive) throws IOException {
        Statistics s = RobustStatistics.of(grid.values());
        int maxZoom = Math.min(
                WebTileOptions.zoomOfCells(GlobalGrid.CELL_DEGREES),
                settings.web().maxZoom());
        if (s.isEmpty() || settings.web().minZoom() > maxZoom || !WebArchive.visible(grid)) {
            return false;
        }
        Files.createDirectories(archive.getParent());
        WebTileScale scale = WebTileScale.physical(s.min(), s.max(), Statistics.MAD_TO_STD * s.mad());
        WebTileOptions options =
                new WebTileOptions(settings.web().minZoom(), maxZoom, PNG_LEVEL, workers.count(), scale, true);
        WebTileSummary summary = WebTilePyramid.write(grid, archive, description(layer), options, progress);
        progress.info("pmtiles_export", describe(layer, summary, scale));
        return true;
    }

    private static String describe(Layer layer, WebTileSummary summary, WebTileScale scale) {
        return String.format(
                Locale.ROOT,
                "%s: %,d tiles in steps of %.3g %s  %.0f MB",
                layer.id(),
                summary.tiles(),
                scale.scale(),
                layer.unit().symbol(),
                summary.bytes() / 1e6);
    }

    private WebTileDescription description(Layer layer) {
        String synthetic = provenance.synthetic() ? "SYNTHETIC DATA, not measured. " : "";
        List<LayerOrigin> origins =
                provenance.origins().stream().filter(o -> o.layer() == layer).toList();
        return new WebTileDescription(
                layer.title(),
                synthetic + layer.description() + " on a 0.1 degree grid, in "
                        + layer.unit().symbol() + ".",
                String.join(" · ", origins.stream().map(Sources::credit).toList()),
                provenance.run().softwareVersion(),
                origins.stream().map(Sources::line).toList(),
                provenance.synthetic());
    }
}
