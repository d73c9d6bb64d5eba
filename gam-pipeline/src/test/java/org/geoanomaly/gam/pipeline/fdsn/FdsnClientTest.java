package org.geoanomaly.gam.pipeline.fdsn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.geoanomaly.gam.formats.seismic.StationList;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.fetch.DownloadPolicy;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.read.SeismicFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FdsnClientTest {
    private static final DownloadPolicy QUICK = new DownloadPolicy(
            Duration.ofSeconds(5), Duration.ofSeconds(5), 2, Duration.ofMillis(5), Duration.ofMillis(1500), 1 << 20);
    private static final BoundingBox BOX = new BoundingBox(40, 44, 10, 20);
    private static final Instant START = Instant.parse("2019-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2020-01-01T00:00:00Z");
    private static final String HEADER = "#Network|Station|Latitude|Longitude|Elevation|SiteName|StartTime|EndTime\n";

    @TempDir
    Path dir;

    private FdsnServer server;
    private FdsnClient client;

    @BeforeEach
    void start() throws IOException {
        server = new FdsnServer();
        client = new FdsnClient(QUICK, ProgressListener.SILENT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private FdsnQuery query(BoundingBox box) {
        FdsnProvider own = FdsnProvider.of(server.base() + "/", "provider");
        return new FdsnQuery(
                own.query(FdsnService.STATION), box, START, END, Map.of("format", "text", "level", "station"));
    }

    private List<Path> fetch(boolean byTime) throws IOException, InterruptedException {
        return client.fetch(query(BOX), byTime, dir, ".txt");
    }

    @Test
    void a_query_is_spelled_as_the_standard_says() {
        assertThat(query(BOX).uri().toString())
                .isEqualTo(
                        server.base() + "/fdsnws/station/1/query?endtime=2020-01-01T00:00:00&format=text&level=station"
                                + "&maxlatitude=44.0&maxlongitude=20.0&minlatitude=40.0&minlongitude=10.0&starttime=2019-01-01T00:00:00");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 404})
    void no_content_is_an_answer(int status) throws Exception {
        server.at("/", (q, x) -> FdsnServer.send(x, status, status == 404 ? "Error 404: no data" : ""));
        assertThat(fetch(true)).isEmpty();
        assertThat(server.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "413 Request too large",
                "400 Error 400: Bad Request\n\n23456 matching events exceeds search limit of 20000. Modify the search to match fewer events."
            })
    void what_is_too_large_is_halved_in_time_until_it_fits(String refusal) throws Exception {
        server.at("/", (q, x) -> {
            Duration span =
                    Duration.between(Instant.parse(q.get("starttime") + "Z"), Instant.parse(q.get("endtime") + "Z"));
            if (span.toDays() > 100) {
                FdsnServer.send(x, Integer.parseInt(refusal.substring(0, 3)), refusal.substring(4));
            } else {
                FdsnServer.send(x, 200, HEADER + "AA|" + q.get("starttime") + "|41|11|5|x||\n");
            }
        });
        List<Path> files = fetch(true);
        assertThat(files).hasSize(4).doesNotHaveDuplicates();
        assertThat(server.requests).hasSize(7);
        assertThat(Files.readString(files.get(0))).contains("AA|2019-01-01T00:00:00|");
    }

    @Test
    void stations_are_halved_in_area_and_the_antimeridian_parts_a_box() throws Exception {
        server.at("/", (q, x) -> {
            double width = Double.parseDouble(q.get("maxlongitude")) - Double.parseDouble(q.get("minlongitude"));
            FdsnServer.send(x, width > 4 ? 413 : 200, width > 4 ? "" : HEADER + "AA|B|41|11|5|x||\n");
        });
        assertThat(client.fetch(query(new BoundingBox(-1, 1, 174, -177)), false, dir, ".txt"))
                .hasSize(3);
        assertThat(server.requests).hasSize(4).allSatisfy(r -> assertThat(r).contains("2019-01-01"));
    }

    @Test
    void halving_ends() {
        server.at("/", (q, x) -> FdsnServer.send(x, 413, ""));
        assertThatThrownBy(() -> fetch(true))
                .isInstanceOf(DataFetchException.class)
                .hasMessageContaining("is too much for the service even after");
        assertThat(server.requests).hasSizeLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void a_busy_server_is_asked_again_after_the_pause_that_it_names(int status) throws Exception {
        AtomicInteger count = new AtomicInteger();
        server.at("/", (q, x) -> {
            if (count.incrementAndGet() == 1) {
                FdsnServer.send(x, status, "busy", "Retry-After", "1");
            } else {
                FdsnServer.send(x, 200, HEADER);
            }
        });
        long start = System.nanoTime();
        assertThat(fetch(true)).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(950));
    }

    @Test
    void a_server_that_stays_busy_is_one_sentence() {
        server.at("/", (q, x) -> FdsnServer.send(x, 503, ""));
        assertThatThrownBy(() -> fetch(true))
                .isInstanceOf(DataFetchException.class)
                .hasMessageContaining("after 3 attempts: the server answered 503");
        assertThat(server.requests).hasSize(3);
    }

    @Test
    void a_truncated_body_is_asked_for_again_and_never_kept() throws Exception {
        AtomicInteger count = new AtomicInteger();
        byte[] text = HEADER.getBytes(StandardCharsets.UTF_8);
        server.at("/", (q, x) -> {
            if (count.incrementAndGet() == 1) {
                x.sendResponseHeaders(200, text.length + 500);
                x.getResponseBody().write(text);
                x.getResponseBody().flush();
                x.close();
            } else {
                FdsnServer.send(x, 200, HEADER);
            }
        });
        assertThat(Files.readString(fetch(true).get(0))).isEqualTo(HEADER);
        assertThat(server.requests).hasSize(2);
    }

    @Test
    void refusals_web_pages_and_too_large_answers_are_one_sentence() {
        server.at(
                "/fdsnws/station/1/query",
                (q, x) -> FdsnServer.send(x, 400, "Error 400: Bad Request\n\nminlatitude is odd\n"));
        assertThatThrownBy(() -> fetch(true)).hasMessageEndingWith("answered 400: minlatitude is odd");
        FdsnServer other = server;
        other.at("/html", (q, x) -> FdsnServer.send(x, 200, "<!DOCTYPE html><html>moved</html>"));
        assertThatThrownBy(() -> client.fetch(java.net.URI.create(other.base() + "/html"), dir.resolve("a")))
                .hasMessageContaining("web page instead of data");
        assertThat(dir.resolve("a")).doesNotExist();
        other.at("/large", (q, x) -> FdsnServer.send(x, 200, "x".repeat(2 << 20)));
        assertThatThrownBy(() -> client.fetch(java.net.URI.create(other.base() + "/large"), dir.resolve("a")))
                .hasMessageContaining("more than 1048576 bytes");
        assertThatThrownBy(() -> client.fetch(java.net.URI.create("file:///etc/passwd"), dir.resolve("a")))
                .hasMessageContaining("http or https");
    }

    @Test
    void providers_go_by_name_former_name_and_address() {
        assertThat(FdsnProvider.of("iris", "provider").name()).isEqualTo("EarthScope");
        assertThat(FdsnProvider.of("Geofon", "provider").query(FdsnService.EVENT))
                .isEqualTo("https://geofon.gfz.de/fdsnws/event/1/query");
        assertThat(FdsnProvider.of("https://x.org/fdsnws/event/1/", "provider").query(FdsnService.STATION))
                .isEqualTo("https://x.org/fdsnws/station/1/query");
        assertThatThrownBy(() -> FdsnProvider.of("GEOFN", "provider"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("did you mean 'GEOFON'?");
        for (String bad : List.of("ftp://x.org", "https://user:secret@x.org", "https://x.org/?a=b", "https:// x")) {
            assertThatThrownBy(() -> FdsnProvider.of(bad, "provider")).isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void phase_data_of_comcat_are_followed_event_by_event_and_never_elsewhere() throws Exception {
        server.at(
                "/fdsnws/event/1/query",
                (q, x) -> FdsnServer.send(
                        x,
                        200,
                        "{\"features\":[" + feature("ci1", "/detail/ci1") + "," + feature("ci2", "/detail/ci2")
                                + "]}"));
        server.at(
                "/detail/ci1",
                (q, x) -> FdsnServer.send(
                        x,
                        200,
                        "{\"properties\":{\"products\":{\"phase-data\":[{\"contents\":{\"quakeml.xml\":{\"url\":\""
                                + server.base() + "/q.xml\"}}}]}}}"));
        server.at("/detail/ci2", (q, x) -> FdsnServer.send(x, 200, "{\"properties\":{\"products\":{}}}"));
        server.at("/q.xml", (q, x) -> FdsnServer.send(x, 200, "<quakeml><eventParameters/></quakeml>"));
        List<String> notes = new java.util.ArrayList<>();
        FdsnProvider comcat = new FdsnProvider(
                "test", server.base(), java.util.Set.of(FdsnService.EVENT), FdsnProvider.Arrivals.PHASE_DATA, "ISC");
        FdsnQuery query = new FdsnQuery(comcat.query(FdsnService.EVENT), BOX, START, END, Map.of("format", "geojson"));
        assertThat(new PhaseData(client, comcat, dir, notes).fetch(query)).hasSize(1);
        assertThat(notes).containsExactly("1 of 2 events have no phase data");
        server.at(
                "/fdsnws/event/1/query/foreign",
                (q, x) -> FdsnServer.send(x, 200, "{\"features\":[" + feature("a", "http://10.0.0.1/x") + "]}"));
        FdsnQuery foreign = new FdsnQuery(comcat.query(FdsnService.EVENT) + "/foreign", BOX, START, END, Map.of());
        assertThatThrownBy(() -> new PhaseData(client, comcat, dir, notes).fetch(foreign))
                .hasMessageContaining("is not its own address");
    }

    private String feature(String id, String detail) {
        String url = detail.startsWith("http") ? detail : server.base() + detail;
        return "{\"id\":\"" + id + "\",\"properties\":{\"detail\":\"" + url + "\"}}";
    }

    @Test
    void answers_are_kept_unless_the_time_goes_on() throws Exception {
        server.at("/fdsnws/event/1/query", (q, x) -> FdsnServer.send(x, 200, "<quakeml><eventParameters/></quakeml>"));
        server.at("/fdsnws/station/1/query", (q, x) -> FdsnServer.send(x, 200, HEADER + "AA|B|41|11|5|x||\n"));
        SourceSpec.Service spec = new SourceSpec.Service(
                server.base(), null, START.toString(), END.toString(), 3.5, 30.0, List.of("P", "S"));
        FdsnArchive later = new FdsnArchive(dir, client, InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
        assertThat(later.kept(spec, BOX)).isEmpty();
        ServiceFiles files = later.ask(spec, BOX);
        assertThat(server.requests.get(0)).contains("includearrivals=true", "minmagnitude=3.5", "maxdepth=30.0");
        assertThat(later.kept(spec, BOX)).contains(files);
        Path station = later.place(spec, BOX).resolve(files.stations().get(0).name());
        StationList list = SeismicFile.stations(station, dir);
        assertThat(list.stations()).hasSize(1);
        Files.writeString(station, "damaged");
        assertThat(later.kept(spec, BOX)).isEmpty();
        FdsnArchive during = new FdsnArchive(dir, client, InstantSource.fixed(Instant.parse("2019-06-01T00:00:00Z")));
        SourceSpec.Service other =
                new SourceSpec.Service(server.base(), null, START.toString(), END.toString(), null, null, List.of("P"));
        during.ask(other, BOX);
        assertThat(during.kept(other, BOX)).isEmpty();
    }
}
