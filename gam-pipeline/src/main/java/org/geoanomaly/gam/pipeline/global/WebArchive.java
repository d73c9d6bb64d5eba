package org.geoanomaly.gam.pipeline.global;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;
import org.geoanomaly.gam.pipeline.webtile.WebTileDescription;
import org.geoanomaly.gam.pipeline.webtile.WebTileOptions;
import org.geoanomaly.gam.pipeline.webtile.WebTilePyramid;
import org.geoanomaly.gam.pipeline.webtile.WebTileScale;
import org.geoanomaly.gam.pipeline.webtile.WebTileSummary;

/** The fused layer as web tiles. */
final class WebArchive {
    /** Rows beyond ±85.05°, which Web Mercator does not show. */
    private static final int HIDDEN_ROWS = 49;

    private final GlobalPaths paths;
    private final GlobalSettings settings;
    private final RunProvenance provenance;
    private final ProgressListener progress;
    private final Workers workers;

    WebArchive(
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

    /** Writes the archive and its description; nothing, with a warning, where there is nothing to show. */
    List<Path> write(FloatGrid fused) throws IOException {
        if (!visible(fused)) {
            progress.warn("pmtiles_export", "no fused value between 85° south and north: no web archive is written");
            Files.deleteIfExists(paths.archive());
            Files.deleteIfExists(paths.archiveDescription());
            return List.of();
        }
        Files.createDirectories(paths.archive().getParent());
        WebTileSummary summary = WebTilePyramid.write(fused, paths.archive(), description(), options(), progress);
        progress.info(
                "pmtiles_export",
                String.format(
                        Locale.ROOT,
                        "z%d..%d  %,d tiles, %,d absent (no data), %,d different  %.0f MB",
                        settings.web().minZoom(),
                        settings.web().maxZoom(),
                        summary.tiles(),
                        summary.absent(),
                        summary.contents(),
                        summary.bytes() / 1e6));
        return List.of(paths.archive(), paths.archiveDescription());
    }

    private WebTileOptions options() {
        return new WebTileOptions(
                settings.web().minZoom(),
                settings.web().maxZoom(),
                settings.web().pngLevel(),
                workers.count(),
                WebTileScale.FUSED_Z);
    }

    private WebTileDescription description() {
        String synthetic = provenance.synthetic() ? "SYNTHETIC DATA, not measured. " : "";
        return new WebTileDescription(
                "Fused anomaly index",
                synthetic + "Mean of the robust z-scores of magnetic and gravity anomalies on a 0.1 degree grid, "
                        + "normalisation by " + settings.normalization() + ", clamped to ±6.",
                String.join(
                        " · ",
                        provenance.origins().stream().map(Sources::credit).toList()),
                provenance.run().softwareVersion(),
                provenance.origins().stream().map(Sources::line).toList(),
                provenance.synthetic());
    }

    /** Whether a global grid has a value where the map shows it. */
    static boolean visible(FloatGrid grid) {
        float[] v = grid.values();
        for (int i = HIDDEN_ROWS * GlobalGrid.COLUMNS; i < (GlobalGrid.ROWS - HIDDEN_ROWS) * GlobalGrid.COLUMNS; i++) {
            if (!Float.isNaN(v[i])) {
                return true;
            }
        }
        return false;
    }
}
