package org.geoanomaly.gam.app.viewer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * A finished product in a real browser, served as {@code gam serve} does it; the tests are in {@code viewer.test.mjs}. By default a small
 * product is made; {@code -Dgam.product=DIR} takes one that {@code gam global} wrote and compares with its COGs.
 */
class ViewerInBrowserTest {
    private static final int POINTS = 40;
    private static final int PLACES = 10;

    @TestFactory
    Stream<DynamicTest> viewer(@TempDir Path folder) throws IOException, InterruptedException {
        NodeTests.assumeInstalled();
        String given = System.getProperty("gam.product");
        Path product = given == null ? folder.resolve("product") : Path.of(given);
        if (given == null) {
            SampleProduct.write(product);
        }
        Path known = Files.write(folder.resolve("known.json"), new JsonMapper().writeValueAsBytes(known(given)));
        try (ViewerServer server = ViewerServer.start(product, "127.0.0.1", 0)) {
            Map<String, String> environment =
                    Map.of("GAM_ADDRESS", server.uri().toString(), "GAM_KNOWN", known.toString());
            List<DynamicTest> tests = new ArrayList<>();
            NodeTests.run("viewer.test.mjs", environment, folder).forEach(tests::add);
            if (NodeTests.firefox()) {
                NodeTests.run("firefox.test.mjs", environment, folder).forEach(tests::add);
            }
            return tests.stream();
        }
    }

    private record Known(
            boolean sample, List<@Nullable Double[]> points, Map<String, List<int[]>> ramps, List<View> views) {}

    /** A part of the map at zoom 6, where a cell is nine pixels wide. */
    private record View(String name, double lon, double lat, List<@Nullable Double[]> places, List<Colours> layers) {}

    /** How a layer is painted: its values are the fused ones by a factor and a shift. */
    private record Colours(String id, String colors, double range, double factor, double shift) {}

    private static Known known(@Nullable String given) {
        Map<String, List<int[]>> ramps = Map.of("vik", ramp(ColorMap.VIK), "batlow", ramp(ColorMap.BATLOW));
        Colours fused = new Colours("fused", "vik", 6, 1, 0);
        if (given == null) {
            Colours magnetic = new Colours("mag", "batlow", SampleProduct.MAGNETIC_RANGE, 80, 3);
            return new Known(
                    true,
                    places(KnownValue.ofSample(POINTS)),
                    ramps,
                    List.of(
                            view("hole", 25.5, -8, List.of(fused), SampleProduct::value),
                            view("smooth", -60, 10, List.of(fused, magnetic), SampleProduct::value)));
        }
        List<KnownValue> points = KnownValue.ofCogs(Path.of(given), POINTS);
        KnownValue first = points.stream()
                .filter(p -> !Float.isNaN(p.value()) && Math.abs(p.lat()) < 60)
                .findFirst()
                .orElseThrow();
        double lon = Math.floor(first.lon() / 10) * 10 + 5;
        double lat = Math.floor(first.lat() / 10) * 10 + 5;
        return new Known(
                false,
                places(points),
                ramps,
                List.of(view("tile", lon, lat, List.of(fused), (x, y) -> KnownValue.ofCog(Path.of(given), x, y))));
    }

    /** Cell centres to the right of the panel and above the legend. */
    private static View view(String name, double lon, double lat, List<Colours> layers, DoubleBinaryOperator value) {
        List<KnownValue> cells = new ArrayList<>();
        for (int n = 0; n < PLACES; n++) {
            double x = Math.floor(10 * lon + 0.5) / 10 + 0.15 + 0.3 * n;
            double y = Math.floor(10 * lat + 0.5) / 10 + 0.95 + 0.1 * (7 * n % 10 - 5);
            cells.add(new KnownValue(x, y, (float) value.applyAsDouble(x, y)));
        }
        return new View(name, lon, lat, places(cells), layers);
    }

    private static List<@Nullable Double[]> places(List<KnownValue> values) {
        return values.stream()
                .map(k -> new @Nullable Double[] {
                    k.lon(), k.lat(), Float.isNaN(k.value()) ? null : Double.valueOf(k.value())
                })
                .toList();
    }

    private static List<int[]> ramp(ColorMap map) {
        return IntStream.range(0, ColorMap.SIZE)
                .map(map::argb)
                .mapToObj(c -> new int[] {(c >> 16) & 0xff, (c >> 8) & 0xff, c & 0xff})
                .toList();
    }
}
