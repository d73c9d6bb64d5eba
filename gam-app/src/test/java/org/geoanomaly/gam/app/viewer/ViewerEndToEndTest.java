package org.geoanomaly.gam.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.assertj.core.api.Assertions;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * A finished product in a real browser, served as {@code gam serve} does it. By default a small product is made; {@code -Dgam.product=DIR}
 * takes one that {@code gam global} wrote and compares with its COGs. Pictures are kept in {@code target/screenshots}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewerEndToEndTest {
    private static final int WIDTH = 740;
    private static final int HEIGHT = 480;
    private static final int POINTS = 40;
    /** One code of the 8-bit tiles: 12/255, and a little for decimal text. */
    private static final double ONE_CODE = 12.0 / 255 + 1e-9;

    private final @Nullable String given = System.getProperty("gam.product");
    private List<KnownValue> known = List.of();
    private @Nullable ViewerServer server;
    private @Nullable Chromium browser;
    private @Nullable BrowserPage openPage;

    @BeforeAll
    void open_the_product_in_a_browser(@TempDir Path folder) throws IOException, InterruptedException {
        Optional<Path> program = Chromium.find();
        if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail("chromium is not installed");
        }
        Assumptions.assumeTrue(program.isPresent(), "chromium is not installed (apt install chromium)");
        Path product = given == null ? folder.resolve("product") : Path.of(given);
        if (given == null) {
            SampleProduct.write(product);
        }
        known = given == null ? KnownValue.ofSample(POINTS) : KnownValue.ofCogs(product, POINTS);
        server = ViewerServer.start(product, "127.0.0.1", 0);
        browser = Chromium.start(program.orElseThrow(), folder, WIDTH, HEIGHT);
        openPage = BrowserPage.open(browser);
        openPage.show(address(""), WIDTH, HEIGHT);
    }

    @AfterAll
    void close() {
        if (openPage != null) {
            openPage.close();
        }
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @AfterEach
    void the_page_had_nothing_to_complain_about() throws IOException, InterruptedException {
        assertThat(page().complaints()).isEmpty();
        assertThat(page().evaluate("window.gamErrors.join()").asString("?")).isEmpty();
    }

    @Test
    void values_are_those_of_the_grid_within_one_code() throws IOException, InterruptedException {
        assertThat(known).hasSizeGreaterThanOrEqualTo(20);
        for (KnownValue point : known) {
            JsonNode value = page().evaluate("gamValue(" + point.lon() + "," + point.lat() + ")");
            if (Float.isNaN(point.value())) {
                assertThat(value.isNull()).as("%s is a hole", point).isTrue();
            } else {
                assertThat(value.asDouble(Double.NaN)).as("%s", point).isCloseTo(point.value(), within(ONE_CODE));
            }
        }
    }

    @Test
    void no_value_is_invented_beyond_the_edge_of_the_map() throws IOException, InterruptedException {
        assertThat(page().evaluate("gamValue(0, 89.9)").isNull()).isTrue();
        assertThat(page().evaluate("gamValue(0, -89.9)").isNull()).isTrue();
    }

    @Test
    void globe_and_flat_map_are_drawn_in_many_colours() throws IOException, InterruptedException {
        page().show(address(""), WIDTH, HEIGHT);
        byte[] globe = page().screenshot();
        keep("globe", globe);
        assertThat(colors(BrowserPage.picture(globe))).isGreaterThan(300);
        page().show(address("#projection=mercator&overlays=data,shade,coast,graticule"), WIDTH, HEIGHT);
        byte[] flat = page().screenshot();
        keep("flat", flat);
        assertThat(colors(BrowserPage.picture(flat))).isGreaterThan(300);
        assertThat(flat).isNotEqualTo(globe);
    }

    @Test
    void pointer_reads_the_value_and_a_click_opens_the_tile() throws IOException, InterruptedException {
        KnownValue point =
                known.stream().filter(k -> !Float.isNaN(k.value())).findFirst().orElseThrow();
        page().show(address("#map=4/" + point.lat() + "/" + point.lon()), WIDTH, HEIGHT);
        page().moveMouse(WIDTH / 2.0, HEIGHT / 2.0);
        page().await("document.getElementById('readout-value').textContent.endsWith(' z')");
        String read = page().evaluate("document.getElementById('readout-value').textContent")
                .asString("");
        double value = Double.parseDouble(read.replace('−', '-').replace(" z", ""));
        // The pointer is within a pixel of the cell's centre, and the text has two decimals.
        assertThat(value).isCloseTo(point.value(), within(ONE_CODE + 0.005));

        page().click(WIDTH / 2.0, HEIGHT / 2.0);
        page().await("document.querySelector('.popup a') !== null");
        String popup =
                page().evaluate("document.querySelector('.popup').textContent").asString("");
        String tile =
                new TileId((int) Math.floor(point.lat() / 10) * 10, (int) Math.floor(point.lon() / 10) * 10).name();
        assertThat(popup).contains(read, tile, tile + ".tif", tile + "_fused.json", "Magnetic anomaly", "nT", "MAD");
        keep("popup", page().screenshot());
    }

    @Test
    void permalink_restores_view_and_settings() throws IOException, InterruptedException {
        page().show(address(""), WIDTH, HEIGHT);
        page().evaluate("gamMap.jumpTo({center: [100, 40], zoom: 3}); Gam.settings.set({threshold: 2, range: 3,"
                + " projection: 'mercator', overlays: 'data,borders', colors: 'balance', layer: 'fused'})");
        page().await("location.hash.includes('map=3/')");
        String link = page().evaluate("location.href").asString("");
        page().show(link, WIDTH, HEIGHT);
        JsonNode state = page().evaluate(
                        "({lon: gamMap.getCenter().lng, lat: gamMap.getCenter().lat, zoom: gamMap.getZoom(),"
                                + " projection: gamMap.getProjection().type, coast: gamMap.getLayoutProperty('coast-fine', 'visibility'),"
                                + " borders: gamMap.getLayoutProperty('borders-fine', 'visibility'),"
                                + " threshold: document.getElementById('threshold').value, range: document.getElementById('range').value})");
        assertThat(state.path("lon").asDouble()).isCloseTo(100, within(0.01));
        assertThat(state.path("lat").asDouble()).isCloseTo(40, within(0.01));
        assertThat(state.path("zoom").asDouble()).isEqualTo(3);
        assertThat(state.path("projection").asString("")).isEqualTo("mercator");
        assertThat(state.path("coast").asString("")).isEqualTo("none");
        assertThat(state.path("borders").asString("")).isEqualTo("visible");
        assertThat(link).contains("colors=balance");
        assertThat(state.path("threshold").asString("")).isEqualTo("2");
        assertThat(state.path("range").asString("")).isEqualTo("3");
    }

    @Test
    void colours_say_what_the_values_are() throws IOException, InterruptedException {
        Assumptions.assumeTrue(given == null, "only the sample product has a known spike and hole");
        page().show(address("#map=3/40/100&overlays=data"), WIDTH, HEIGHT);
        int spike = center(page().screenshot());
        assertThat(red(spike)).as("dark red").isGreaterThan(blue(spike) + 40);
        page().show(address("#map=3/-13.5/19.5&overlays=data"), WIDTH, HEIGHT);
        int hole = center(page().screenshot());
        assertThat(Math.abs(red(hole) - blue(hole))).as("grey hatch").isLessThan(30);
        page().moveMouse(WIDTH / 2.0, HEIGHT / 2.0);
        page().await("document.getElementById('readout-value').textContent === 'no data'");
    }

    @Test
    void pixels_have_the_colours_of_the_values_in_both_projections_and_units()
            throws IOException, InterruptedException {
        Assumptions.assumeTrue(given == null, "only the sample product is smooth enough for pixels between cells");
        for (String projection : List.of("globe", "mercator")) {
            page().show(address("#map=3/10/-60&overlays=data&projection=" + projection), WIDTH, HEIGHT);
            byte[] fused = page().screenshot();
            keep("colours-" + projection, fused);
            colours(fused, -6, 6, ColorMap.VIK, SampleProduct::value, 12.0 / 255);
            page().show(
                            address("#map=3/10/-60&overlays=data&layer=mag&colors=batlow&projection=" + projection),
                            WIDTH,
                            HEIGHT);
            byte[] magnetic = page().screenshot();
            keep("colours-magnetic-" + projection, magnetic);
            double range = SampleProduct.MAGNETIC_RANGE;
            colours(magnetic, -range, range, ColorMap.BATLOW, SampleProduct::magnetic, 2 * range / 255);
        }
    }

    /** Ten cells right of the panel: each pixel is the colour of the cell's value, or of one within a code of it. */
    private void colours(byte[] png, double min, double max, ColorMap map, SampleProduct.Formula formula, double code)
            throws IOException, InterruptedException {
        BufferedImage picture = BrowserPage.picture(png);
        for (int n = 0; n < 10; n++) {
            double lon = -64.95 + 2 * n;
            double lat = 22.05 - 2 * n;
            JsonNode at = page().evaluate("gamMap.project([" + lon + "," + lat + "])");
            int x = (int) Math.floor(at.path("x").asDouble());
            int y = (int) Math.floor(at.path("y").asDouble());
            // The pixel's centre is not the cell's.
            JsonNode place = page().evaluate("gamMap.unproject([" + (x + 0.5) + "," + (y + 0.5) + "])");
            float value =
                    formula.at(place.path("lng").asDouble(), place.path("lat").asDouble());
            int drawn = picture.getRGB(x, y);
            assertThat(DoubleStream.iterate(-1, step -> step <= 1, step -> step + 0.25)
                            .mapToInt(step -> difference(drawn, map.argb(value + step * code, min, max)))
                            .min()
                            .orElseThrow())
                    .as("%s at %.2f, %.2f: #%06x for %s", map, lat, lon, drawn & 0xffffff, value)
                    .isLessThanOrEqualTo(3);
        }
    }

    private static int difference(int a, int b) {
        return Math.max(
                Math.abs(red(a) - red(b)),
                Math.max(Math.abs(((a >> 8) & 0xff) - ((b >> 8) & 0xff)), Math.abs(blue(a) - blue(b))));
    }

    @Test
    void a_pole_shows_no_data_and_not_the_last_row() throws IOException, InterruptedException {
        page().show(address("#map=0/60/0&overlays=data,coast"), WIDTH, HEIGHT);
        byte[] png = page().screenshot();
        keep("pole", png);
        JsonNode at = page().evaluate("gamMap.project([0, 88])");
        int rgb = BrowserPage.picture(png)
                .getRGB(at.path("x").asInt(), at.path("y").asInt());
        assertThat(Math.abs(red(rgb) - blue(rgb))).as("grey hatch").isLessThan(30);
    }

    @Test
    void anomalies_are_filtered_sorted_opened_and_found_by_name() throws IOException, InterruptedException {
        Assumptions.assumeTrue(given == null, "only the sample product has anomalies");
        page().show(address("#map=2/40/60"), WIDTH, HEIGHT);
        assertThat(text("#places-count")).isEqualTo("3 of 3");
        assertThat(text("#places-list li")).contains("A0001");
        page().evaluate("Gam.settings.set({confidence: 0.6})");
        assertThat(text("#places-count")).isEqualTo("2 of 3");
        page().evaluate("document.querySelector('#types input').click()");
        assertThat(text("#places-count")).isEqualTo("1 of 3");
        page().show(page().evaluate("location.href").asString(""), WIDTH, HEIGHT);
        assertThat(text("#places-count")).as("restored").isEqualTo("1 of 3");
        page().evaluate("Gam.settings.set({confidence: 0, without: '', order: 'score'})");
        assertThat(text("#places-count")).isEqualTo("3 of 3");

        page().evaluate("gamMap.jumpTo({center: [100, 40], zoom: 4}); true");
        page().await("gamMap.areTilesLoaded() && gamMap.queryRenderedFeatures({layers: ['anomalies']}).length > 0");
        page().click(WIDTH / 2.0, HEIGHT / 2.0);
        page().await("document.querySelector('.popup .bars') !== null");
        assertThat(text(".popup")).contains("A0001", "mafic intrusion", "93 %", "9 – 15.5 km deep", "+2.10", "−0.40");
        keep("anomaly", page().screenshot());

        page().evaluate("document.getElementById('search-text').value = 'a0002';"
                + " document.getElementById('search').requestSubmit()");
        page().await("document.querySelector('.popup').textContent.includes('A0002')");
        assertThat(page().evaluate("document.images.length + document.querySelectorAll('li img').length")
                        .asInt())
                .as("names are text, never markup")
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40.5, -73.9|-73.9|40.5",
                "52°30'N 13°24'E|13.4|52.5",
                "73.9W 40.5N|-73.9|40.5",
                "−33.5 151|151|-33.5",
                "t_N30_E120|125|35"
            })
    void search_understands_places_as_people_write_them(String words, double lon, double lat)
            throws IOException, InterruptedException {
        page().evaluate("matchMedia = () => ({matches: true, addEventListener() {}});"
                + " document.getElementById('search-text').value = \"" + words + "\";"
                + " document.getElementById('search').requestSubmit()");
        assertThat(page().evaluate("gamMap.getCenter().lng").asDouble()).isCloseTo(lon, within(0.01));
        assertThat(page().evaluate("gamMap.getCenter().lat").asDouble()).isCloseTo(lat, within(0.01));
    }

    @Test
    void keyboard_alone_reads_the_map() throws IOException, InterruptedException {
        page().show(address("#map=4/10.05/-40.05&layer=mag"), WIDTH, HEIGHT);
        page().evaluate("document.getElementById('search-text').focus()");
        page().press("Escape", 27);
        page().evaluate("gamMap.getCanvas().focus({focusVisible: true})");
        page().press("Enter", 13);
        page().await("document.querySelector('.popup .tile') !== null");
        assertThat(text(".popup")).contains("Fused anomaly index", "Magnetic anomaly", "nT");
        page().press("Escape", 27);
        assertThat(page().evaluate("document.getElementById('cross').hidden").asBoolean(true))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void accessibility_scan_finds_nothing_serious(String theme) throws IOException, InterruptedException {
        Path script = Path.of("src", "test", "node", "node_modules", "axe-core", "axe.min.js");
        if (!Files.isRegularFile(script)) {
            Assertions.assertThat(System.getenv("CI"))
                    .as("npm ci in src/test/node")
                    .isNotEqualTo("true");
            Assumptions.abort("axe-core is not installed (npm ci in gam-app/src/test/node)");
        }
        page().show(address("#map=3/40/100&theme=" + theme), 1100, 700);
        page().evaluate("Gam.details.inspect(gamMap, gamMap.getCenter()).then(() => true)");
        keep("details-" + theme, page().screenshot());
        page().evaluate(Files.readString(script) + "; true");
        JsonNode serious = page().evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations"
                + ".filter(v => ['serious', 'critical'].includes(v.impact))"
                + ".map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', ')))");
        assertThat(serious).as("%s", serious).isEmpty();
    }

    @Test
    void the_first_paint_is_soon() throws IOException, InterruptedException {
        page().show(address(""), WIDTH, HEIGHT);
        double millis = page().evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
                .asDouble(Double.NaN);
        // Two seconds are promised where a GPU draws; here a processor does, and other programs want it too.
        assertThat(millis).isLessThan(6000);
    }

    @Test
    void narrow_screen_shows_the_map_first() throws IOException, InterruptedException {
        page().show(address(""), 360, 740);
        keep("narrow", page().screenshot());
        assertThat(page().evaluate("getComputedStyle(document.getElementById('panel')).display")
                        .asString(""))
                .isEqualTo("none");
        assertThat(page().evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(360);
        page().evaluate("document.getElementById('panel-toggle').click()");
        assertThat(page().evaluate("getComputedStyle(document.getElementById('panel')).display")
                        .asString(""))
                .isEqualTo("block");
    }

    @Test
    void no_other_host_is_asked() {
        String own = address("");
        assertThat(page().requests())
                .isNotEmpty()
                .allMatch(url -> url.startsWith(own)
                        || url.startsWith("blob:" + own)
                        || url.startsWith("about:")
                        || url.startsWith("data:"));
    }

    private String text(String selector) throws IOException, InterruptedException {
        return page().evaluate("document.querySelector(\"" + selector + "\").textContent")
                .asString("");
    }

    private BrowserPage page() {
        return Objects.requireNonNull(openPage);
    }

    private String address(String hash) {
        return Objects.requireNonNull(server).uri() + hash;
    }

    static void keep(String name, byte[] png) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(folder.resolve("viewer-" + name + ".png"), png);
    }

    /** How many colours the middle of a picture has. */
    private static int colors(BufferedImage picture) {
        Set<Integer> seen = new HashSet<>();
        for (int y = HEIGHT / 4; y < HEIGHT * 3 / 4; y++) {
            for (int x = WIDTH / 3; x < WIDTH * 2 / 3; x++) {
                seen.add(picture.getRGB(x, y));
            }
        }
        return seen.size();
    }

    private static int center(byte[] png) throws IOException {
        return BrowserPage.picture(png).getRGB(WIDTH / 2, HEIGHT / 2);
    }

    private static int red(int rgb) {
        return (rgb >> 16) & 0xff;
    }

    private static int blue(int rgb) {
        return rgb & 0xff;
    }
}
