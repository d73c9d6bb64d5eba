package org.geoanomaly.gam.pipeline.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.fetch.DownloadPolicy;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both catalogues against a server that sends what the real ones do. */
class SceneCatalogueTest {
    private static final String SECRET = "eyJ0-very-secret-token";
    private static final DownloadPolicy QUICK = new DownloadPolicy(
            Duration.ofSeconds(5), Duration.ofSeconds(5), 2, Duration.ofMillis(10), Duration.ofMillis(50), 1 << 16);

    private final CatalogueServer server;

    SceneCatalogueTest() throws IOException {
        server = new CatalogueServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asf_scenes_have_date_track_direction_size_and_need_a_login() throws Exception {
        server.then(200, asf(scene(10, 5, "ASCENDING"), scene(22, 5, "DESCENDING")));
        SceneCatalogue.Found found = asf(Map.of(), 250).search(query(50));
        assertThat(found.scenes()).hasSize(2);
        FoundScene first = found.scenes().get(0);
        assertThat(first.id()).isEqualTo("S1A_IW_SLC__1SDV_20180110T004021_T5");
        assertThat(first.time()).isEqualTo("2018-01-10T00:40:21.000Z");
        assertThat(first.track()).isEqualTo(5);
        assertThat(first.direction()).isEqualTo("ascending");
        assertThat(first.bytes()).isEqualTo(Math.round(4456.5 * 1024 * 1024));
        assertThat(first.url()).startsWith("https://datapool.asf.alaska.edu/SLC/SA/");
        assertThat(first.needsLogin()).isTrue();
        assertThat(first.credential()).isEqualTo("EARTHDATA_TOKEN");
        assertThat(found.more()).isFalse();
        String asked = java.net.URLDecoder.decode(
                server.asked().get(0).uri().getRawQuery(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(asked)
                .contains("dataset=SENTINEL-1", "processingLevel=SLC", "output=jsonlite", "start=2018-01-01T00:00:00Z")
                .contains("POLYGON((-100.000000 19.000000,-98.000000 19.000000,-98.000000 20.000000");
    }

    @Test
    void asf_pages_go_back_in_time_until_there_are_no_more() throws Exception {
        server.then(200, asf(scene(30, 5, "ASCENDING"), scene(20, 5, "ASCENDING")));
        server.then(200, asf(scene(20, 5, "ASCENDING"), scene(10, 5, "ASCENDING")));
        server.then(200, asf(scene(10, 5, "ASCENDING")));
        SceneCatalogue.Found found = asf(Map.of(), 2).search(query(50));
        assertThat(found.scenes())
                .extracting(FoundScene::time)
                .hasSize(3)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(server.asked().get(1).uri().getQuery()).contains("end=2018-01-20T00:40:22Z");
    }

    @Test
    void the_limit_holds_and_says_that_there_is_more() throws Exception {
        server.then(200, asf(scene(30, 5, "ASCENDING"), scene(20, 5, "ASCENDING"), scene(10, 5, "ASCENDING")));
        SceneCatalogue.Found found = asf(Map.of(), 250).search(query(2));
        assertThat(found.scenes()).hasSize(2);
        assertThat(found.more()).isTrue();
    }

    @Test
    void cdse_pages_follow_the_next_link_with_its_body() throws Exception {
        String next = String.format(
                Locale.ROOT,
                ",\"links\":[{\"rel\":\"next\",\"method\":\"POST\",\"href\":\"%s\",\"body\":{\"token\":\"next:2\"}}]",
                server.at("/v1/search"));
        server.then(200, stac(next, item("S1A_1", "descending", 143)))
                .then(200, stac("", item("S1A_2", "ascending", 5)));
        SceneCatalogue.Found found = cdse(Map.of()).search(query(50));
        assertThat(found.scenes()).extracting(FoundScene::id).containsExactly("S1A_1", "S1A_2");
        FoundScene first = found.scenes().get(0);
        assertThat(first.track()).isEqualTo(143);
        assertThat(first.direction()).isEqualTo("descending");
        assertThat(first.bytes()).isEqualTo(7_812_345_678L);
        assertThat(first.url()).startsWith("https://download.dataspace.copernicus.eu/odata/v1/Products(");
        assertThat(first.needsLogin()).isTrue();
        assertThat(first.credential()).isEqualTo("CDSE_TOKEN");
        assertThat(server.asked().get(0).method()).isEqualTo("POST");
        assertThat(server.asked().get(0).body())
                .contains("\"collections\":[\"sentinel-1-slc\"]", "\"bbox\":[-100.0,19.0,-98.0,20.0]")
                .contains("2018-01-01T00:00:00Z/2018-03-01T00:00:00Z");
        assertThat(server.asked().get(1).body()).isEqualTo("{\"token\":\"next:2\"}");
    }

    @Test
    void a_busy_server_is_asked_again_after_a_pause() throws Exception {
        server.then(429, "slow down", "Retry-After", "0")
                .then(503, "", "Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT")
                .then(200, asf(scene(10, 5, "ASCENDING")));
        assertThat(asf(Map.of(), 250).search(query(50)).scenes()).hasSize(1);
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void a_server_that_stays_busy_is_given_up() {
        server.then(503, "").then(503, "").then(503, "");
        assertThatThrownBy(() -> asf(Map.of(), 250).search(query(50)))
                .isInstanceOf(DataFetchException.class)
                .hasMessageContaining("after 3 attempts: the server answered 503");
    }

    @Test
    void nothing_found_is_an_empty_list() throws Exception {
        server.then(200, "{\"results\":[]}");
        assertThat(asf(Map.of(), 250).search(query(50)).scenes()).isEmpty();
        server.then(200, "{\"type\":\"FeatureCollection\",\"features\":[]}");
        assertThat(cdse(Map.of()).search(query(50)).scenes()).isEmpty();
    }

    @Test
    void a_token_goes_into_the_header_and_nowhere_else() throws Exception {
        server.then(200, asf(scene(10, 5, "ASCENDING")));
        SceneCatalogue.Found found = asf(Map.of("EARTHDATA_TOKEN", SECRET), 250).search(query(50));
        assertThat(server.asked().get(0).authorization()).isEqualTo("Bearer " + SECRET);
        assertThat(server.asked().get(0).uri().toString()).doesNotContain(SECRET);
        assertThat(found.toString()).doesNotContain(SECRET);
        assertThat(Token.of(Map.of("EARTHDATA_TOKEN", SECRET), "EARTHDATA_TOKEN")
                        .toString())
                .isEqualTo("EARTHDATA_TOKEN (set)");
    }

    @Test
    void a_server_that_repeats_the_token_cannot_get_it_into_a_message() {
        server.then(401, "{\"detail\":\"bad token " + SECRET + "\"}");
        Throwable failure =
                catchThrowable(() -> cdse(Map.of("CDSE_TOKEN", SECRET)).search(query(50)));
        assertThat(failure).isInstanceOf(DataFetchException.class).hasMessageContaining("answered 401");
        assertThat(failure.getMessage()).contains("bad token ***").doesNotContain(SECRET);
        assertThat(((DataFetchException) failure).help()).contains("CDSE_TOKEN").doesNotContain(SECRET);
        java.io.StringWriter trace = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(SECRET);
    }

    @Test
    void a_token_does_not_travel_unencrypted_or_along_redirects() {
        Token token = Token.of(Map.of("X", SECRET), "X");
        assertThat(token.mayGoTo(java.net.URI.create("http://api.daac.asf.alaska.edu/")))
                .isFalse();
        assertThat(token.mayGoTo(java.net.URI.create("https://api.daac.asf.alaska.edu/")))
                .isTrue();
        assertThat(Token.of(Map.of("X", "a\nb"), "X").mayGoTo(java.net.URI.create("https://a.b/")))
                .isFalse();
        server.then(302, "", "Location", server.at("/elsewhere").toString());
        assertThatThrownBy(() -> asf(Map.of("EARTHDATA_TOKEN", SECRET), 250).search(query(50)))
                .isInstanceOf(DataFetchException.class)
                .hasMessageContaining("answered 302");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void a_next_page_on_another_server_is_refused() {
        String next = ",\"links\":[{\"rel\":\"next\",\"method\":\"GET\",\"href\":\"http://evil.example/steal\"}]";
        server.then(200, stac(next, item("S1A_1", "descending", 143)));
        assertThatThrownBy(() -> cdse(Map.of("CDSE_TOKEN", SECRET)).search(query(50)))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("on another server");
    }

    @Test
    void answers_that_are_no_catalogues_are_told() {
        server.then(200, "<html>Welcome</html>");
        assertThatThrownBy(() -> asf(Map.of(), 250).search(query(50)))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("something else than a JSON object");
        server.then(200, "[1,2]");
        assertThatThrownBy(() -> asf(Map.of(), 250).search(query(50))).isInstanceOf(DataFormatException.class);
        server.then(200, "{\"results\":\"none\"}");
        assertThatThrownBy(() -> asf(Map.of(), 250).search(query(50)))
                .hasMessageContaining("without a list of results");
        server.then(200, "{\"results\":[\"" + "x".repeat(1 << 17) + "\"]}");
        assertThatThrownBy(() -> asf(Map.of(), 250).search(query(50))).hasMessageContaining("without end");
    }

    @Test
    void entries_that_make_no_sense_are_counted_and_left_out() throws Exception {
        String odd = "{\"granuleName\":7,\"startTime\":\"2018-01-01T00:00:00Z\"}";
        String evil = scene(10, 5, "SIDEWAYS")
                .replace("https://datapool", "javascript:alert//datapool")
                .replace("4456.5", "\"NaN\"");
        server.then(200, asf(odd, evil));
        SceneCatalogue.Found found = asf(Map.of(), 250).search(query(50));
        assertThat(found.skipped()).isEqualTo(1);
        assertThat(found.scenes()).singleElement().satisfies(s -> {
            assertThat(s.url()).isEmpty();
            assertThat(s.bytes()).isEqualTo(-1);
            assertThat(s.direction()).isEmpty();
        });
    }

    @Test
    void questions_without_sense_are_refused_before_any_server_is_asked() {
        assertThatThrownBy(() -> new SceneQuery(box(), at("2018-03-01"), at("2018-01-01"), SceneQuery.Product.SLC, 5))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("not after its start");
        assertThatThrownBy(() -> query(0)).hasMessageContaining("--limit");
        assertThatThrownBy(() -> SceneQuery.instant("6.1.2018", false)).hasMessageContaining("is no date");
        assertThatThrownBy(() -> SceneQuery.Product.named("GRD")).hasMessageContaining("no kind of scene");
        assertThatThrownBy(() -> new AsfCatalogue(
                                java.net.URI.create("file:///etc/passwd"), Map.of(), QUICK, ProgressListener.SILENT)
                        .search(query(5)))
                .hasMessageContaining("only http and https");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void an_area_across_the_date_line_keeps_its_shape() {
        assertThat(AsfCatalogue.polygon(new BoundingBox(-18, -16, 177, -178)))
                .startsWith("POLYGON((177.000000 -18.000000,182.000000 -18.000000,");
    }

    private static Instant at(String day) {
        return SceneQuery.instant(day, false);
    }

    private static BoundingBox box() {
        return new BoundingBox(19, 20, -100, -98);
    }

    private static SceneQuery query(int limit) {
        return new SceneQuery(box(), at("2018-01-01"), at("2018-03-01"), SceneQuery.Product.SLC, limit);
    }

    private AsfCatalogue asf(Map<String, String> environment, int page) {
        return new AsfCatalogue(server.at("/services/search/param"), environment, QUICK, ProgressListener.SILENT, page);
    }

    private CdseCatalogue cdse(Map<String, String> environment) {
        return new CdseCatalogue(server.at("/v1/search"), environment, QUICK, ProgressListener.SILENT);
    }

    private static String asf(String... scenes) {
        return "{\"results\":[" + String.join(",", scenes) + "]}";
    }

    /** As jsonlite has it. */
    private static String scene(int day, int track, String direction) {
        String id = String.format(Locale.ROOT, "S1A_IW_SLC__1SDV_201801%02dT004021_T%d", day, track);
        return String.format(Locale.ROOT, """
                {"beamMode":"IW","browse":[],"canInSAR":true,"dataset":"Sentinel-1A",
                 "downloadUrl":"https://datapool.asf.alaska.edu/SLC/SA/%1$s.zip","faradayRotation":null,
                 "fileName":"%1$s.zip","flightDirection":"%2$s","flightLine":null,"frame":58,"granuleName":"%1$s",
                 "groupID":"S1A_IWDV_0058","instrument":"C-SAR","missionName":null,"offNadirAngle":null,
                 "orbit":["20028"],"path":%3$d,"polarization":"VV+VH","pointingAngle":null,"productID":"%1$s-SLC",
                 "productType":"SLC","productTypeDisplay":"L1 Single Look Complex (SLC)","sizeMB":4456.5,
                 "stackSize":null,"startTime":"2018-01-%4$02dT00:40:21.000Z","stopTime":"2018-01-%4$02dT00:40:48.000Z",
                 "thumb":null,"wkt":"POLYGON((-99 18,-97 18,-97 20,-99 20,-99 18))","pgeVersion":"002.84"}""", id, direction, track, day);
    }

    private static String stac(String links, String... items) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", items) + "]" + links + "}";
    }

    /** As the data space's STAC has it. */
    private static String item(String id, String direction, int track) {
        return String.format(Locale.ROOT, """
                {"type":"Feature","stac_version":"1.1.0","id":"%s","collection":"sentinel-1-slc",
                 "bbox":[-99,18,-97,20],"geometry":{"type":"Polygon","coordinates":[[[-99,18],[-97,18],[-97,20],[-99,18]]]},
                 "properties":{"datetime":"2018-01-10T00:40:21.5Z","start_datetime":"2018-01-10T00:40:21.5Z",
                   "platform":"sentinel-1a","sat:orbit_state":"%s","sat:relative_orbit":%d,"product:type":"IW_SLC__1S"},
                 "assets":{"product":{"href":"https://download.dataspace.copernicus.eu/odata/v1/Products(0a)/$value",
                   "type":"application/zip","roles":["data","metadata","archive"],"file:size":7812345678,"auth:refs":["oidc"]},
                   "thumbnail":{"href":"https://datahub.creodias.eu/odata/v1/Assets(1)/$value"}}}""", id, direction, track);
    }
}
