package org.geoanomaly.gam.formats.cog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;

/** Grids and options that the writer is tried on. */
final class CogCases {
    static final CogMetadata METADATA = CogMetadata.NONE
            .with("layer", "mag")
            .with("units", "nT")
            .with("tile_id", "t_N30_E120")
            .with("odd", "a<b & \"c\" 'd' > é &amp;")
            .withBandItem("STATISTICS_MEAN", "1.5");

    private static final Map<String, Case> ALL = make();

    record Case(FloatGrid grid, CogOptions options) {}

    private CogCases() {}

    static Map<String, Case> all() {
        return ALL;
    }

    private static Map<String, Case> make() {
        Map<String, Case> cases = new LinkedHashMap<>();
        int[][] sizes = {{1, 1}, {37, 61}, {100, 100}, {513, 1}, {700, 530}};
        for (int[] size : sizes) {
            for (int block : new int[] {128, 256, 512}) {
                for (int predictor = 1; predictor <= 3; predictor++) {
                    CogOptions options = CogOptions.DEFAULT
                            .withBlockSize(block)
                            .withPredictor(predictor)
                            .withDeflateLevel(predictor == 2 ? 9 : 6);
                    FloatGrid grid = smooth(size[0], size[1], block == 256);
                    cases.put(
                            size[0] + "x" + size[1] + "_b" + block + "_p" + predictor + ".tif",
                            new Case(grid, options));
                }
            }
        }
        CogOptions fast = CogOptions.DEFAULT.withDeflateLevel(1);
        cases.put("large.tif", new Case(smooth(3000, 2000, true), fast.withPredictor(3)));
        cases.put("extremes.tif", new Case(extremes(), CogOptions.DEFAULT));
        cases.put("extremes_p3.tif", new Case(extremes(), CogOptions.DEFAULT.withPredictor(3)));
        cases.put(
                "nothing.tif", new Case(FloatGrid.empty(geometry(100, 100, false), Unit.MILLIGAL), CogOptions.DEFAULT));
        cases.put(
                "zeros.tif",
                new Case(
                        new FloatGrid(geometry(100, 100, false), Unit.MILLIGAL, new float[10000]), CogOptions.DEFAULT));
        cases.put("stored.tif", new Case(smooth(100, 100, false), CogOptions.DEFAULT.withDeflateLevel(0)));
        cases.put(
                "nearest.tif",
                new Case(
                        smooth(130, 70, false),
                        CogOptions.DEFAULT.withOverviews(List.of(2, 4), OverviewResampling.NEAREST)));
        cases.put(
                "no_overviews.tif",
                new Case(
                        smooth(130, 70, false),
                        CogOptions.DEFAULT.withOverviews(List.of(), OverviewResampling.AVERAGE)));
        return cases;
    }

    static Case get(String name) {
        return Objects.requireNonNull(all().get(name));
    }

    static GridGeometry geometry(int width, int height, boolean projectedNodes) {
        return projectedNodes
                ? new GridGeometry(Crs.epsg(32633, false), 500_000, 4_000_000, 30, 20, width, height, Registration.NODE)
                : new GridGeometry(Crs.WGS84, 120, 40, 0.1, 0.1, width, height, Registration.CELL);
    }

    /** A field with noise, a hole and a stretch of zeros. */
    static FloatGrid smooth(int width, int height, boolean projectedNodes) {
        Random random = new Random(width * 31L + height);
        float[] v = new float[width * height];
        for (int i = 0; i < v.length; i++) {
            int x = i % width;
            int y = i / width;
            v[i] = (float) (100 * Math.sin(x / 9.0) * Math.cos(y / 7.0) + random.nextGaussian());
            if (x > width / 2 && x < width / 2 + 40 && y > 3 && y < 40) {
                v[i] = Float.NaN;
            } else if (y % 50 == 49) {
                v[i] = 0;
            }
        }
        return new FloatGrid(geometry(width, height, projectedNodes), Unit.NANOTESLA, v);
    }

    static FloatGrid extremes() {
        float[] v = new float[64 * 40];
        float[] odd = {
            Float.NaN,
            -0.0f,
            0f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MIN_NORMAL,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.intBitsToFloat(0x7FC12345),
            Float.intBitsToFloat(0xFFC00001),
            1e-40f,
            3.4e38f
        };
        Random random = new Random(5);
        for (int i = 0; i < v.length; i++) {
            boolean special = random.nextInt(3) == 0;
            v[i] = special ? odd[random.nextInt(odd.length)] : Float.intBitsToFloat(random.nextInt() & 0xBFFFFFFF);
        }
        return new FloatGrid(geometry(64, 40, false), Unit.NANOTESLA, v);
    }
}
