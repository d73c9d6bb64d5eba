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
import org.assertj.core.api.Assertions;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A finished product in a real browser, served as {@code gam serve} does it. By default a small product is made; {@code -Dgam.product=DIR}
 * takes one that {@code gam global} wrote and compares with its COGs. {@code -Dgam.screenshots=DIR} keeps pictures.
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
            SampleProduct.write(product, false);
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
        page().show(address("#projection=mercator&layers=index,shade,coast,graticule"), WIDTH, HEIGHT);
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
        assertThat(popup).contains(read, tile + ".tif", tile + "_fused.json");
        keep("popup", page().screenshot());
    }

    @Test
    void permalink_restores_view_and_settings() throws IOException, InterruptedException {
        page().show(address(""), WIDTH, HEIGHT);
        page().evaluate("gamMap.jumpTo({center: [100, 40], zoom: 3}); Gam.settings.set({threshold: 2, range: 3,"
                + " projection: 'mercator', layers: 'index,borders'})");
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
        assertThat(state.path("threshold").asString("")).isEqualTo("2");
        assertThat(state.path("range").asString("")).isEqualTo("3");
    }

    @Test
    void colours_say_what_the_values_are() throws IOException, InterruptedException {
        Assumptions.assumeTrue(given == null, "only the sample product has a known spike and hole");
        page().show(address("#map=3/40/100&layers=index"), WIDTH, HEIGHT);
        int spike = center(page().screenshot());
        assertThat(red(spike)).as("dark red").isGreaterThan(blue(spike) + 40);
        page().show(address("#map=3/-13.5/19.5&layers=index"), WIDTH, HEIGHT);
        int hole = center(page().screenshot());
        assertThat(Math.abs(red(hole) - blue(hole))).as("grey hatch").isLessThan(30);
        page().moveMouse(WIDTH / 2.0, HEIGHT / 2.0);
        page().await("document.getElementById('readout-value').textContent === 'no data'");
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

    private BrowserPage page() {
        return Objects.requireNonNull(openPage);
    }

    private String address(String hash) {
        return Objects.requireNonNull(server).uri() + hash;
    }

    private static void keep(String name, byte[] png) throws IOException {
        String folder = System.getProperty("gam.screenshots");
        if (folder != null) {
            Files.write(Files.createDirectories(Path.of(folder)).resolve(name + ".png"), png);
        }
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
