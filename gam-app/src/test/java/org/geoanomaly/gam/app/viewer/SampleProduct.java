package org.geoanomaly.gam.app.viewer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.RobustStatistics;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
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
import org.geoanomaly.gam.pipeline.webtile.WebTileDescription;
import org.geoanomaly.gam.pipeline.webtile.WebTileOptions;
import org.geoanomaly.gam.pipeline.webtile.WebTilePyramid;
import org.geoanomaly.gam.pipeline.webtile.WebTileScale;

/** A finished global product whose values a formula gives: smooth waves, one sharp spike, one hole. */
final class SampleProduct {
    /** At zoom 5 a pixel is 0.044°, so the one at the centre of a cell of 0.1° lies within the cell. */
    private static final int MAX_ZOOM = 5;

    static final double MAGNETIC_RANGE = 400;

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

    /** Physical values of the same shape, nT; NaN in the hole. */
    private static FloatGrid magnetic(FloatGrid fused) {
        float[] values = fused.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = 80 * values[i] + 3;
        }
        return new FloatGrid(fused.geometry(), Unit.NANOTESLA, values);
    }

    /** Writes archives, anomalies, site and the sidecars that the page links. */
    static void write(Path root) {
        GlobalPaths paths = new GlobalPaths(root);
        FloatGrid fused = grid(Unit.DIMENSIONLESS, SampleProduct::value);
        FloatGrid magnetic = magnetic(fused);
        try {
            Files.createDirectories(paths.archive().getParent());
            Files.createDirectories(root.resolve("metadata"));
            for (TileId tile : TileId.all()) {
                Files.writeString(paths.sidecar(Layer.FUSED, tile), "{}\n");
            }
            archive(fused, paths.archive(), MAX_ZOOM, WebTileScale.FUSED_Z, false);
            archive(magnetic, paths.valueArchive(Layer.MAG), 4, WebTileScale.physical(-480, 490, 80), true);
            Path anomalies = Files.writeString(root.resolve("anomalies.geojson"), anomalies());
            ViewerSite.write(paths.site(), config(paths, fused, magnetic, anomalies));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void archive(FloatGrid grid, Path file, int maxZoom, WebTileScale scale, boolean exact) {
        WebTilePyramid.write(
                grid,
                file,
                new WebTileDescription("Sample", "Waves", "none", "1.0.0", List.of("formula"), true),
                new WebTileOptions(0, maxZoom, 2, 2, scale, exact),
                ProgressListener.SILENT);
    }

    /** A value at a place. */
    interface Formula {
        float at(double lon, double lat);
    }

    private static FloatGrid grid(Unit unit, Formula formula) {
        GridGeometry geometry = GlobalGrid.GEOMETRY;
        float[] values = new float[geometry.size()];
        IntStream.range(0, geometry.rows()).parallel().forEach(row -> {
            for (int column = 0; column < geometry.columns(); column++) {
                values[row * geometry.columns() + column] = formula.at(geometry.x(column), geometry.y(row));
            }
        });
        return new FloatGrid(geometry, unit, values);
    }

    private static SiteConfig config(GlobalPaths paths, FloatGrid fused, FloatGrid magnetic, Path anomalies) {
        SortedMap<TileId, Map<String, Statistics>> tiles = new TreeMap<>();
        for (TileId tile : TileId.all()) {
            tiles.put(
                    tile,
                    Map.of(
                            "fused", statistics(fused, tile),
                            "mag", statistics(magnetic, tile)));
        }
        return new SiteConfig(
                "Global anomalies",
                SiteAbout.FUSED_INDEX.without(
                        List.of(new SiteAbout.Missing("gravity", "no gravity source covers the waves"))),
                new SiteRun("sample-run", Instant.parse("2026-01-02T03:04:05Z"), "0.1.0", true),
                List.of(
                        new SiteLayer(
                                "fused",
                                "Fused anomaly index",
                                "fused anomaly index, robust z",
                                "z",
                                SiteArchive.read(paths.archive()),
                                6),
                        new SiteLayer(
                                "mag",
                                "Magnetic anomaly",
                                "total-field anomaly, nT",
                                "nT",
                                SiteArchive.read(paths.valueArchive(Layer.MAG)),
                                MAGNETIC_RANGE)),
                List.of(new SiteSource(
                        "mag",
                        "A formula",
                        "exact",
                        "CC0-1.0",
                        "Nobody (2026), Waves",
                        "https://example.org/waves",
                        "")),
                StrongestCells.of(fused, 12, 5),
                new SiteTiles(tiles),
                anomalies,
                SiteLinks.OF_A_GLOBAL_RUN,
                "CC-BY-4.0");
    }

    private static Statistics statistics(FloatGrid grid, TileId tile) {
        return RobustStatistics.of(GlobalGrid.cut(grid, tile).values());
    }

    private static String anomalies() {
        return """
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "geometry": {"type": "Point", "coordinates": [100, 40]}, "properties":
                    {"anomaly_id": "A0001", "anomaly_type": "mafic_intrusion", "confidence": 0.93, "score": 5.8,
                     "depth": 12000, "depth_min": 9000, "depth_max": 15500, "extent_m": 22000, "volume_m3": 1.9e12, "contribution_gravity": 2.1, "contribution_magnetic": -0.4}},
                  {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-60, -10]}, "properties":
                    {"anomaly_id": "A0002", "anomaly_type": "unclassified", "confidence": 0.55, "score": -3.2}},
                  {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-100, 45]}, "properties":
                    {"anomaly_id": "<img src=x onerror=alert(1)>", "anomaly_type": "salt", "confidence": 0.71, "score": -4.4}}
                ]}
                """;
    }
}
