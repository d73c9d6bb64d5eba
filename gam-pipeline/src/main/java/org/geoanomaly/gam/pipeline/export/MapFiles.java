package org.geoanomaly.gam.pipeline.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geoanomaly.gam.formats.cog.CogMetadata;
import org.geoanomaly.gam.formats.cog.CogOptions;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.stats.RobustStatistics;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.visual.map.Palette;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;

/** Which maps there are, with what they say about themselves. */
final class MapFiles {
    /** Slices through the fused model at most. */
    private static final int SLICES = 8;
    /** A raster up to this size needs no overviews (rule of GDAL's validator). */
    private static final int SMALL = 512;

    private static final List<Integer> BLOCKS = List.of(64, 128, 256);
    private static final List<String> GRID_LAYERS = List.of("data", "uncertainty", "residual");

    private static final String SLICE = "fused_depth_";

    private final RegionResult result;
    private final Credits credits;

    MapFiles(RegionResult result, Credits credits) {
        this.result = result;
        this.credits = credits;
    }

    /** One raster; {@code name} is that of its file without the ending. */
    record MapFile(String name, FloatGrid grid, CogMetadata metadata) {}

    /** The colours that the figures have for a map; slices of the fused model share theirs. */
    ColorScale colors(MapFile map, Palette palette) {
        if (map.name().endsWith("_uncertainty")) {
            return ColorScale.amounts(palette.amounts(), map.grid().values());
        }
        boolean slice = map.name().startsWith(SLICE);
        float[] values =
                slice ? ModelLayers.data(result.fused()).values() : map.grid().values();
        return ColorScale.signed(palette.signed(), values);
    }

    List<MapFile> all() {
        List<MapFile> maps = new ArrayList<>();
        for (ModalityResult m : result.modalities()) {
            for (String layer : GRID_LAYERS) {
                FloatGrid grid = m.grid().layers().get(layer);
                if (grid != null) {
                    String title = m.modality() + ", " + m.grid().quantity().replace('_', ' ') + ": " + layer;
                    maps.add(map(m.modality() + "_" + layer, title, grid, credits.of(m.modality())));
                }
            }
        }
        slices().forEach((k, label) -> maps.add(map(
                SLICE + label + "m",
                "fused score at " + label + " m depth, layer "
                        + metres(result.fused().depths().top(k), 2) + " to "
                        + metres(result.fused().depths().bottom(k), 2) + " m",
                plane(k),
                credits.ofAll())));
        maps.add(map(
                "anomaly_score",
                "fused score of greatest magnitude over all depths",
                result.fused().strongest(ModelLayers.data(result.fused())),
                credits.ofAll()));
        return List.copyOf(maps);
    }

    /** Layouts that suit small and large rasters. */
    static CogOptions options(GridGeometry g) {
        int longest = Math.max(g.columns(), g.rows());
        int block = BLOCKS.stream().filter(b -> b >= longest).findFirst().orElse(SMALL);
        List<Integer> factors = new ArrayList<>();
        for (int factor = 2; longest > SMALL && longest / (factor / 2) > SMALL / 2; factor *= 2) {
            factors.add(factor);
        }
        return CogOptions.DEFAULT.withBlockSize(block).withOverviews(factors, CogOptions.DEFAULT.overviewResampling());
    }

    private static MapFile map(String name, String title, FloatGrid grid, Map<String, String> credits) {
        CogMetadata metadata = CogMetadata.NONE
                .with("title", title)
                .with("layer", name)
                .with("units", grid.unit().symbol());
        for (Map.Entry<String, String> item : credits.entrySet()) {
            metadata = metadata.with(item.getKey(), item.getValue());
        }
        Statistics s = RobustStatistics.of(grid.values());
        metadata = metadata.with("stats_count", Integer.toString(s.count()));
        if (!s.isEmpty()) {
            metadata = metadata.withBandItem("STATISTICS_MINIMUM", Double.toString(s.min()))
                    .withBandItem("STATISTICS_MAXIMUM", Double.toString(s.max()))
                    .withBandItem("STATISTICS_MEAN", Double.toString(s.mean()))
                    .withBandItem("STATISTICS_STDDEV", Double.toString(s.std()));
        }
        return new MapFile(name, grid, metadata);
    }

    /** Layers to show by index, with their depth in metres as file names have it: all, or evenly chosen from top to bottom. */
    private Map<Integer, String> slices() {
        RegionModel.Depths depths = result.fused().depths();
        int n = Math.min(SLICES, depths.count());
        int[] chosen = new int[n];
        for (int i = 0; i < n; i++) {
            chosen[i] = n == 1 ? 0 : (int) Math.round(i * (depths.count() - 1.0) / (n - 1));
        }
        int decimals = 0;
        while (decimals < 3 && !distinct(chosen, depths, decimals)) {
            decimals++;
        }
        Map<Integer, String> slices = new LinkedHashMap<>();
        for (int k : chosen) {
            slices.put(k, metres(depths.centre(k), decimals));
        }
        return slices;
    }

    private static boolean distinct(int[] layers, RegionModel.Depths depths, int decimals) {
        Set<String> labels = new HashSet<>();
        return Arrays.stream(layers).allMatch(k -> labels.add(metres(depths.centre(k), decimals)));
    }

    private static String metres(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private FloatGrid plane(int k) {
        RegionModel fused = result.fused();
        RegionModel.Layer data = ModelLayers.data(fused);
        int size = fused.geometry().size();
        return new FloatGrid(
                fused.geometry(), data.unit(), Arrays.copyOfRange(data.values(), k * size, (k + 1) * size));
    }
}
