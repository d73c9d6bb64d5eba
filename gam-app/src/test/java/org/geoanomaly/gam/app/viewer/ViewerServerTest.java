package org.geoanomaly.gam.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewerServerTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int SIZE = 200_000;
    private static final String ARCHIVE = "/data/a.pmtiles";

    private final byte[] archive = new byte[SIZE];
    private final Path outside;
    private final Path run;
    private final ViewerServer server;

    ViewerServerTest(@TempDir Path folder) throws IOException {
        new Random(1).nextBytes(archive);
        outside = Files.writeString(folder.resolve("secret.txt"), "secret");
        run = folder.resolve("run");
        Path site = run.resolve("site");
        Files.createDirectories(site.resolve("data"));
        Files.createDirectories(run.resolve("cog/fused"));
        Files.createDirectories(run.resolve("logs"));
        Files.writeString(site.resolve("index.html"), "<!doctype html><title>GAM</title>");
        Files.write(site.resolve("data/a.pmtiles"), archive);
        Files.write(site.resolve("empty.json"), new byte[0]);
        Files.writeString(site.resolve("data/with space é.json"), "{}");
        Files.writeString(site.resolve(".hidden"), "secret");
        Files.writeString(run.resolve("cog/fused/t.tif"), "II*");
        Files.writeString(run.resolve("logs/gam.log"), "secret");
        Files.createSymbolicLink(site.resolve("link.txt"), outside);
        Files.createSymbolicLink(site.resolve("linked"), folder);
        server = ViewerServer.start(run, "127.0.0.1", 0);
    }

    @BeforeEach
    void listens_on_loopback_only() {
        assertThat(server.uri().getHost()).isEqualTo("127.0.0.1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void root_is_the_viewer_and_products_lie_beside_it() throws Exception {
        HttpResponse<byte[]> page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(header(page, "Content-Security-Policy")).contains("default-src 'self'");
        assertThat(get("/cog/fused/t.tif").statusCode()).isEqualTo(200);
        assertThat(get("/data/with%20space%20%C3%A9.json").body()).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(get("/empty.json").body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.pmtiles, application/vnd.pmtiles",
        "a.tif, image/tiff; application=geotiff",
        "a.JSON, application/json",
        "a.geojson, application/geo+json",
        "a.js, text/javascript; charset=utf-8",
        "a.css, text/css; charset=utf-8",
        "a.wasm, application/wasm",
        "a, application/octet-stream"
    })
    void content_type_follows_the_name(String name, String type) {
        assertThat(ContentTypes.of(name)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-16383, 0, 16384",
        "bytes=100-199, 100, 200",
        "bytes=199990-, 199990, 200000",
        "bytes=199990-999999, 199990, 200000",
        "bytes=-10, 199990, 200000",
        "bytes=-999999, 0, 200000"
    })
    void a_range_gives_exactly_these_bytes(String range, int from, int to) throws Exception {
        HttpResponse<byte[]> part = get(ARCHIVE, "Range", range, "Accept-Encoding", "gzip");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(archive, from, to));
        assertThat(header(part, "Content-Range")).isEqualTo("bytes " + from + "-" + (to - 1) + "/" + SIZE);
        assertThat(part.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=200000-", "bytes=999999999999-", "bytes=-0"})
    void a_range_beyond_the_end_is_refused_with_the_size(String range) throws Exception {
        HttpResponse<byte[]> refused = get(ARCHIVE, "Range", range);
        assertThat(refused.statusCode()).isEqualTo(416);
        assertThat(header(refused, "Content-Range")).isEqualTo("bytes */" + SIZE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=5-2",
                "bytes=-",
                "bytes=a-b",
                "lines=1-2",
                "bytes=0-1,5-6",
                "bytes=99999999999999999999-",
                "x"
            })
    void a_range_that_says_nothing_gives_everything(String range) throws Exception {
        HttpResponse<byte[]> whole = get(ARCHIVE, "Range", range);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(archive);
    }

    @Test
    void a_range_counts_only_for_the_content_it_was_meant_for() throws Exception {
        String tag = header(get(ARCHIVE), "ETag");
        assertThat(tag).startsWith("\"");
        assertThat(get(ARCHIVE, "Range", "bytes=0-9", "If-Range", tag).statusCode())
                .isEqualTo(206);
        assertThat(get(ARCHIVE, "Range", "bytes=0-9", "If-Range", "\"other\"").body())
                .isEqualTo(archive);
        assertThat(get(ARCHIVE, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(ARCHIVE, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        Path file = run.resolve("site/data/a.pmtiles");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        assertThat(header(get(ARCHIVE), "ETag")).isNotEqualTo(tag);
        assertThat(get(ARCHIVE, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    /** The table of RFC 9110, section 14, word for word on the wire: request headers, status, range of the answer, its length. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET |                                     |200||200000",
                "GET |Range: bytes=0-0                     |206|bytes 0-0/200000|1",
                "GET |Range: bytes=100-199                 |206|bytes 100-199/200000|100",
                "GET |Range: bytes=199999-                 |206|bytes 199999-199999/200000|1",
                "GET |Range: bytes=199000-400000           |206|bytes 199000-199999/200000|1000",
                "GET |Range: bytes=-1                      |206|bytes 199999-199999/200000|1",
                "GET |Range: bytes=-300000                 |206|bytes 0-199999/200000|200000",
                "GET |Range: bytes=200000-                 |416|bytes */200000|-1",
                "GET |Range: bytes=-0                      |416|bytes */200000|-1",
                "GET |Range: bytes=5-2                     |200||200000",
                "GET |Range: bytes=0-1,5-6                 |200||200000",
                "GET |Range: lines=0-1                     |200||200000",
                "GET |Range: bytes=0-9~If-Range: TAG       |206|bytes 0-9/200000|10",
                "GET |Range: bytes=0-9~If-Range: W/TAG     |200||200000",
                "GET |Range: bytes=0-9~If-Range: \"x\"     |200||200000",
                "GET |Range: bytes=0-9~If-None-Match: TAG  |304||0",
                "GET |Range: bytes=0-9~Accept-Encoding: gzip|206|bytes 0-9/200000|10",
                "HEAD|                                     |200||200000",
                "HEAD|Range: bytes=0-9                     |206|bytes 0-9/200000|10",
                "HEAD|Range: bytes=200000-                 |416|bytes */200000|-1",
            })
    void ranges_on_the_wire(String method, @Nullable String headers, int status, @Nullable String range, int length)
            throws Exception {
        String tag = header(get(ARCHIVE), "ETag");
        String lines =
                headers == null ? "" : "\r\n" + headers.replace("TAG", tag).replace("~", "\r\n");
        String answer = raw(method + " " + ARCHIVE + " HTTP/1.1" + lines);
        int end = answer.indexOf("\r\n\r\n");
        String head = answer.substring(0, end);
        String body = answer.substring(end + 4);
        assertThat(head).startsWith("HTTP/1.1 " + status + " ");
        if (range == null) {
            assertThat(head).doesNotContainIgnoringCase("content-range");
        } else {
            assertThat(head).containsIgnoringCase("content-range: " + range);
        }
        if (method.equals("HEAD")) {
            assertThat(body).isEmpty();
        }
        if (length > 0) {
            assertThat(head).containsIgnoringCase("content-length: " + length);
        }
        if (method.equals("GET") && length >= 0) {
            assertThat(body).hasSize(length);
        }
        if (status == 206 && method.equals("GET")) {
            int from = Integer.parseInt(Objects.requireNonNull(range).replaceAll("bytes (\\d+)-.*", "$1"));
            assertThat(body.getBytes(StandardCharsets.ISO_8859_1))
                    .isEqualTo(Arrays.copyOfRange(archive, from, from + length));
        }
    }

    @Test
    void only_whole_texts_are_compressed_and_only_for_who_wants_it() throws Exception {
        String script = "let a = 1;\n".repeat(1000);
        Files.writeString(run.resolve("site/a.js"), script);
        HttpResponse<byte[]> plain = get("/a.js");
        HttpResponse<byte[]> gzip = get("/a.js", "Accept-Encoding", "br, gzip;q=0.8");
        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(gzip, "Vary")).contains("Accept-Encoding");
        assertThat(gzip.body()).hasSizeLessThan(script.length() / 10);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(script);
        }
        assertThat(header(gzip, "ETag")).as("other bytes").isNotEqualTo(header(plain, "ETag"));
        String tag = header(gzip, "ETag");
        assertThat(get("/a.js", "Accept-Encoding", "gzip", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(get("/a.js", "Range", "bytes=0-9", "If-Range", tag, "Accept-Encoding", "gzip")
                        .body())
                .as("a range of the compressed bytes is not to be had")
                .isEqualTo(script.getBytes(StandardCharsets.UTF_8));
        assertThat(header(get("/a.js", "Accept-Encoding", "gzip;q=0"), "Content-Encoding"))
                .isEmpty();
        assertThat(header(get(ARCHIVE, "Accept-Encoding", "gzip"), "Content-Encoding"))
                .isEmpty();
    }

    @Test
    void dates_say_whether_a_file_is_still_the_same() throws Exception {
        String date = header(get(ARCHIVE), "Last-Modified");
        assertThat(date).endsWith(" GMT");
        assertThat(get(ARCHIVE, "If-Modified-Since", date).statusCode()).isEqualTo(304);
        assertThat(get(ARCHIVE, "If-Modified-Since", date, "If-None-Match", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(header(get(ARCHIVE), "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void other_origins_read_only_if_they_may() throws Exception {
        assertThat(get("/").headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        try (ViewerServer open = ViewerServer.start(run, "127.0.0.1", 0, new CrossOrigin("https://example.org:8443"))) {
            HttpRequest request = HttpRequest.newBuilder(open.uri().resolve(ARCHIVE))
                    .header("Range", "bytes=0-9")
                    .build();
            HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("https://example.org:8443");
            assertThat(header(answer, "Access-Control-Expose-Headers")).contains("Content-Range", "ETag");
            HttpResponse<Void> preflight = HTTP.send(
                    HttpRequest.newBuilder(open.uri().resolve(ARCHIVE))
                            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(header(preflight, "Access-Control-Allow-Headers")).contains("Range", "If-Range");
            assertThat(header(preflight, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
        }
        for (String wrong : List.of("example.org", "https://a/b", "null", "https://a\r\nX: y")) {
            assertThatThrownBy(() -> new CrossOrigin(wrong)).isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void a_regional_run_has_its_map_its_report_and_its_files(@TempDir Path region) throws Exception {
        Files.createDirectories(region.resolve("site"));
        Files.createDirectories(region.resolve("maps"));
        Files.createDirectories(region.resolve("logs"));
        Files.writeString(region.resolve("site/index.html"), "<!doctype html>map");
        Files.writeString(region.resolve("report.html"), "<!doctype html>report");
        Files.writeString(region.resolve("maps/a.tif"), "II*");
        Files.writeString(region.resolve("logs/gam.log"), "secret");
        Files.writeString(region.resolve("gam.lock"), "secret");
        try (ViewerServer other = ViewerServer.start(region, "127.0.0.1", 0)) {
            assertThat(status(other, "/")).isEqualTo(200);
            assertThat(status(other, "/report.html")).isEqualTo(200);
            assertThat(status(other, "/maps/a.tif")).isEqualTo(200);
            assertThat(status(other, "/maps")).isEqualTo(404);
            assertThat(status(other, "/logs/gam.log")).isEqualTo(404);
            assertThat(status(other, "/gam.lock")).isEqualTo(404);
        }
    }

    private static int status(ViewerServer server, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve(path)).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void head_tells_the_size_and_sends_nothing() throws Exception {
        String answer = raw("HEAD " + ARCHIVE + " HTTP/1.1");
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("content-length: " + SIZE)
                .endsWith("\r\n\r\n");
        assertThat(raw("HEAD /none HTTP/1.1")).startsWith("HTTP/1.1 404").endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    void nothing_but_reading_is_allowed(String method) throws Exception {
        String answer = raw(method + " /index.html HTTP/1.1");
        assertThat(answer).startsWith("HTTP/1.1 405").containsIgnoringCase("allow: GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../secret.txt",
                "/data/../../../secret.txt",
                "/%2e%2e/%2e%2e/secret.txt",
                "/..%2f..%2fsecret.txt",
                "/..%5c..%5csecret.txt",
                "/%252e%252e/secret.txt",
                "/%c0%ae%c0%ae/secret.txt",
                "//secret.txt",
                "/./index.html",
                "/link.txt",
                "/linked/secret.txt",
                "/linked/run/logs/gam.log",
                "/logs/gam.log",
                "/cog/../logs/gam.log",
                "/.hidden",
                "/index.html%00.png",
                "/%",
                "/%zz",
                "/data",
                "/data/",
                "/data/a.pmtiles/",
                "/none"
            })
    void what_lies_outside_or_is_no_file_does_not_exist(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1");
        assertThat(answer).matches("(?s)HTTP/1.1 40[04].*").doesNotContain("secret");
    }

    @Test
    void broken_requests_do_not_stop_it() throws Exception {
        for (String line :
                List.of("", "GET", "\0\0\0", "GET / HTTP/9.9", "GET http://elsewhere/ HTTP/1.1", "A".repeat(100_000))) {
            raw(line);
        }
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void many_visitors_get_their_own_bytes() {
        List<CompletableFuture<Boolean>> answers = IntStream.range(0, 200)
                .mapToObj(i -> {
                    int from = i * 900;
                    HttpRequest request = HttpRequest.newBuilder(server.uri().resolve(ARCHIVE))
                            .header("Range", "bytes=" + from + "-" + (from + 20_000))
                            .build();
                    byte[] expected = Arrays.copyOfRange(archive, from, Math.min(SIZE, from + 20_001));
                    return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                            .thenApply(answer -> Arrays.equals(answer.body(), expected));
                })
                .toList();
        assertThat(answers).allMatch(CompletableFuture::join);
    }

    @Test
    void a_taken_port_names_a_free_one() {
        assertThatThrownBy(() -> ViewerServer.start(run, "127.0.0.1", server.port()))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> {
                    assertThat(e).hasMessageContaining("port " + server.port());
                    assertThat(e.help()).matches("port \\d+ is free: --port \\d+");
                });
    }

    @Test
    void impossible_addresses_and_empty_directories_are_refused(@TempDir Path empty) {
        assertThatThrownBy(() -> ViewerServer.start(run, "127.0.0.1", 70_000))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> ViewerServer.start(run, "no.such.host.invalid", 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no.such.host.invalid");
        assertThatThrownBy(() -> ViewerServer.start(empty, "127.0.0.1", 0))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("nothing to show");
        assertThatThrownBy(() -> ViewerServer.start(empty.resolve("none"), "127.0.0.1", 0))
                .isInstanceOf(DataFormatException.class);
    }

    @Test
    void a_report_is_served_where_there_is_no_viewer(@TempDir Path report) throws Exception {
        Files.writeString(report.resolve("report.html"), "<!doctype html>report");
        try (ViewerServer other = ViewerServer.start(report, "127.0.0.1", 0)) {
            HttpRequest request = HttpRequest.newBuilder(other.uri()).build();
            assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body())
                    .endsWith("report");
        }
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri() + path.substring(1)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** Sends a request line as it is; a client library would tidy the path. */
    private String raw(String line) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    (line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            }
        } catch (SocketException e) {
            // The server hung up on nonsense.
            return "";
        }
    }
}
