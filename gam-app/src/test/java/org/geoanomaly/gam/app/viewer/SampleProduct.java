package org.geoanomaly.gam.app.viewer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;
import org.geoanomaly.gam.pipeline.visual.site.SiteAbout;
import org.geoanomaly.gam.pipeline.visual.site.SiteArchive;
import org.geoanomaly.gam.pipeline.visual.site.SiteConfig;
import org.geoanomaly.gam.pipeline.visual.site.SiteRun;
import org.geoanomaly.gam.pipeline.visual.site.SiteSource;
import org.geoanomaly.gam.pipeline.visual.site.StrongestCells;
import org.geoanomaly.gam.pipeline.visual.site.ViewerSite;
import org.geoanomaly.gam.pipeline.webtile.WebTileDescription;
import org.geoanomaly.gam.pipeline.webtile.WebTileOptions;
import org.geoanomaly.gam.pipeline.webtile.WebTilePyramid;
import org.geoanomaly.gam.pipeline.webtile.WebTileScale;
import org.jspecify.annotations.Nullable;

/** A finished global product whose values a formula gives: smooth waves, one sharp spike, one hole. */
final class SampleProduct {
    /** At zoom 5 a pixel is 0.044°, so the one at the centre of a cell of 0.1° lies within the cell. */
    private static final int MAX_ZOOM = 5;

    private static final double HOLE_WEST = 12;
    private static final double HOLE_EAST = 27;
    private static final double HOLE_SOUTH = -21;
    private static final double HOLE_NORTH = -6;

    private SampleProduct() {}

    static boolean inHole(double lon, double lat) {
        return lon > HOLE_WEST && lon < HOLE_EAST && lat > HOLE_SOUTH && lat < HOLE_NORTH;
    }

    /** Within −6..6; NaN in the hole. */
    static float value(double lon, double lat) {
        if (inHole(lon, lat)) {
            return Float.NaN;
        }
        double x = Math.toRadians(lon);
        double y = Math.toRadians(lat);
        double waves = 2.2 * Math.sin(5 * x) * Math.cos(4 * y) + 1.4 * Math.cos(13 * x + 6 * y) * Math.cos(y);
        double spike = 7 * Math.exp(-(Math.pow(lon - 100, 2) + Math.pow(lat - 40, 2)) / 20);
        return (float) Math.max(-6, Math.min(6, waves + spike));
    }

    /** Writes archive, site and the sidecars that the page links; with anomalies if asked. */
    static void write(Path root, boolean withAnomalies) {
        GlobalPaths paths = new GlobalPaths(root);
        FloatGrid grid = grid();
        try {
            Files.createDirectories(paths.archive().getParent());
            Files.createDirectories(root.resolve("metadata"));
            for (TileId tile : TileId.all()) {
                Files.writeString(paths.sidecar(Layer.FUSED, tile), "{}\n");
            }
            WebTilePyramid.write(
                    grid,
                    paths.archive(),
                    new WebTileDescription("Fused anomaly index", "Waves", "none", "1.0.0", List.of("formula"), true),
                    new WebTileOptions(0, MAX_ZOOM, 2, 2, WebTileScale.FUSED_Z),
                    ProgressListener.SILENT);
            Path anomalies = root.resolve("anomalies.geojson");
            if (withAnomalies) {
                Files.writeString(anomalies, anomalies());
            }
            ViewerSite.write(paths.site(), config(paths, grid, withAnomalies ? anomalies : null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FloatGrid grid() {
        GridGeometry geometry = GlobalGrid.GEOMETRY;
        float[] values = new float[geometry.size()];
        for (int row = 0, i = 0; row < geometry.rows(); row++) {
            for (int column = 0; column < geometry.columns(); column++, i++) {
                values[i] = value(geometry.x(column), geometry.y(row));
            }
        }
        return new FloatGrid(geometry, Unit.DIMENSIONLESS, values);
    }

    private static SiteConfig config(GlobalPaths paths, FloatGrid grid, @Nullable Path anomalies) {
        return new SiteConfig(
                "Fused anomaly index",
                SiteAbout.FUSED_INDEX,
                new SiteRun("sample-run", Instant.parse("2026-01-02T03:04:05Z"), "0.1.0", true),
                SiteArchive.read(paths.archive()),
                List.of(new SiteSource(
                        "A formula", "exact", "CC0-1.0", "Nobody (2026), Waves", "https://example.org/waves")),
                StrongestCells.of(grid, 12, 5),
                anomalies,
                "CC-BY-4.0");
    }

    private static String anomalies() {
        return """
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "geometry": {"type": "Point", "coordinates": [100, 40]}, "properties":
                    {"anomaly_id": "A0001", "anomaly_type": "mafic_intrusion", "confidence": 0.93, "score": 5.8,
                     "depth": 12000, "contribution_gravity": 2.1, "contribution_magnetic": 1.4}},
                  {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-60, -10]}, "properties":
                    {"anomaly_id": "A0002", "anomaly_type": "unclassified", "confidence": 0.55, "score": -3.2}},
                  {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-100, 45]}, "properties":
                    {"anomaly_id": "<img src=x onerror=alert(1)>", "anomaly_type": "salt", "confidence": 0.71, "score": -4.4}}
                ]}
                """;
    }
}
