package org.geoanomaly.gam.pipeline.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.geoanomaly.gam.pipeline.fetch.FlakyServer.dropAfter;
import static org.geoanomaly.gam.pipeline.fetch.FlakyServer.file;
import static org.geoanomaly.gam.pipeline.fetch.FlakyServer.html;
import static org.geoanomaly.gam.pipeline.fetch.FlakyServer.ignoringRange;
import static org.geoanomaly.gam.pipeline.fetch.FlakyServer.silentAfter;
import static org.geoanomaly.gam.pipeline.fetch.FlakyServer.status;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DownloaderTest {
    private static final DownloadPolicy FAST = new DownloadPolicy(
            Duration.ofSeconds(2), Duration.ofMillis(400), 2, Duration.ofMillis(5), Duration.ofMillis(50), 1 << 20);

    @TempDir
    Path dir;

    private FlakyServer server;
    private final Counting progress = new Counting();
    private final byte[] content = random(300_000, 1);
    private final Expected expected = new Expected(Sha256.of(content), List.of(), content.length);

    @BeforeEach
    void start() throws IOException {
        server = new FlakyServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_whole_file_arrives_verified_and_alone_in_its_directory() throws IOException {
        server.will(file(content, "\"v1\""));
        Downloaded result = fetch(expected);
        assertThat(result).isEqualTo(new Downloaded(target(), Sha256.of(content), content.length, false));
        assertThat(Files.readAllBytes(target())).isEqualTo(content);
        assertThat(names()).containsExactly("data.grd");
        assertThat(progress.units.get()).isEqualTo(content.length);
        assertThat(progress.total).isEqualTo(content.length);
    }

    @Test
    void a_connection_dropped_midway_is_resumed_by_range_under_the_same_etag() throws IOException {
        server.will(
                dropAfter(100_000, content, "\"v1\""), dropAfter(100_000, content, "\"v1\""), file(content, "\"v1\""));
        Downloaded result = fetch(expected);
        assertThat(result.resumed()).isTrue();
        assertThat(Files.readAllBytes(target())).isEqualTo(content);
        assertThat(server.requests.get(0)).isEqualTo("whole");
        assertThat(server.requests.get(1)).matches("bytes=[1-9][0-9]*- if \"v1\"");
        assertThat(server.requests).hasSize(3);
        assertThat(progress.units.get()).isEqualTo(content.length);
    }

    @Test
    void a_partial_file_of_an_earlier_process_is_continued() throws IOException {
        server.will(dropAfter(50_000, content, "\"v1\""), status(503), status(503), status(503));
        assertThatThrownBy(() -> fetch(expected))
                .isInstanceOf(DataFetchException.class)
                .hasMessageContaining("after 3 attempts")
                .hasMessageContaining("503");
        assertThat(names()).containsExactly("data.grd.part", "data.grd.part.origin");
        server.requests.clear();
        server.will(file(content, "\"v1\""));
        // the last answer so far, 503, comes once more before the file
        assertThat(fetch(expected).resumed()).isTrue();
        assertThat(server.requests.get(server.requests.size() - 1)).startsWith("bytes=");
        assertThat(Files.readAllBytes(target())).isEqualTo(content);
        assertThat(names()).containsExactly("data.grd");
    }

    @Test
    void another_etag_between_the_parts_starts_anew_instead_of_gluing_two_files() throws IOException {
        byte[] other = random(300_000, 2);
        server.will(dropAfter(100_000, other, "\"v1\""), file(content, "\"v2\""));
        Downloaded result = fetch(expected);
        assertThat(result.resumed()).isFalse();
        assertThat(Files.readAllBytes(target())).isEqualTo(content);
    }

    @Test
    void without_any_validator_parts_of_two_versions_are_caught_by_the_checksum() throws IOException {
        byte[] other = random(300_000, 2);
        server.will(dropAfter(100_000, other, null), file(content, null));
        Downloaded result = fetch(expected);
        assertThat(server.requests).hasSize(3);
        assertThat(server.requests.get(2)).isEqualTo("whole");
        assertThat(result.sha256()).isEqualTo(expected.sha256());
    }

    @Test
    void without_validator_and_checksum_nothing_is_resumed() {
        server.will(dropAfter(100_000, content, null), file(content, null));
        Downloaded result = fetch(Expected.NOTHING);
        assertThat(server.requests).containsExactly("whole", "whole");
        assertThat(result.sha256()).isEqualTo(Sha256.of(content));
    }

    @Test
    void a_server_that_ignores_ranges_sends_everything_again() throws IOException {
        server.will(dropAfter(100_000, content, "\"v1\""), ignoringRange(content, "\"v1\""));
        assertThat(fetch(expected).resumed()).isFalse();
        assertThat(Files.readAllBytes(target())).isEqualTo(content);
        assertThat(progress.units.get()).isEqualTo(content.length);
    }

    @Test
    void a_part_that_is_already_complete_needs_only_the_answer_416() throws IOException {
        Files.write(dir.resolve("data.grd.part"), content);
        Files.writeString(dir.resolve("data.grd.part.origin"), server.url("data.grd") + "\n\"v1\"\n");
        server.will(file(content, "\"v1\""));
        assertThat(fetch(expected).sha256()).isEqualTo(expected.sha256());
        assertThat(server.requests).containsExactly("bytes=300000- if \"v1\"");
    }

    @Test
    void two_times_503_and_then_the_file() {
        server.will(status(503), status(503, "Retry-After", "0"), file(content, "\"v1\""));
        assertThat(fetch(expected).size()).isEqualTo(content.length);
        assertThat(server.requests).hasSize(3);
        assertThat(progress.infos).hasSize(2);
        assertThat(progress.infos.get(0)).contains("503").contains("attempt 2 of 3");
    }

    @Test
    void retry_after_is_honoured_up_to_the_longest_pause() {
        DownloadPolicy patient = new DownloadPolicy(
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                1,
                Duration.ofMillis(1),
                Duration.ofMillis(1500),
                1 << 20);
        server.will(status(429, "Retry-After", "1"), file(content, "\"v1\""));
        long start = System.nanoTime();
        new Downloader(patient, progress).download(server.url("data.grd"), target(), expected);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(900));
    }

    @Test
    void not_found_is_said_at_once_and_not_tried_again() {
        server.will(status(404));
        assertThatThrownBy(() -> fetch(expected))
                .isInstanceOf(DataFetchException.class)
                .hasMessage(server.url("data.grd") + " answered 404 (not found)");
        assertThat(server.requests).hasSize(1);
        assertThat(names()).isEmpty();
    }

    @Test
    void a_web_page_instead_of_data_is_recognised() {
        server.will(html());
        assertThatThrownBy(() -> fetch(Expected.NOTHING)).hasMessageContaining("a web page instead of data");
        assertThat(names()).isEmpty();
    }

    @Test
    void a_wrong_checksum_is_refused_and_removed() throws IOException {
        Files.writeString(target(), "former");
        server.will(file(random(300_000, 3), "\"v1\""));
        assertThatThrownBy(() -> fetch(expected))
                .hasMessageContaining("wrong checksum")
                .hasMessageContaining("expected " + expected.sha256());
        assertThat(names()).containsExactly("data.grd");
        assertThat(Files.readString(target())).isEqualTo("former");
    }

    @Test
    void an_alternative_checksum_is_as_good() throws IOException {
        Path copy = dir.resolve("md5");
        Files.write(copy, content);
        String md5 = "md5:" + Sha256.ofFile(copy, "MD5");
        server.will(file(content, null));
        assertThat(fetch(new Expected("0".repeat(64), List.of(md5), 5)).sha256())
                .isEqualTo(Sha256.of(content));
    }

    @Test
    void more_than_the_limit_is_refused_with_and_without_a_stated_length() {
        byte[] big = random((1 << 20) + 1, 4);
        server.will(file(big, null), exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(big);
        });
        assertThatThrownBy(() -> fetch(Expected.NOTHING)).hasMessageContaining("too large: 1048577 bytes");
        assertThatThrownBy(() -> fetch(Expected.NOTHING)).hasMessageContaining("too large: more than 1048576 bytes");
        assertThat(names()).isEmpty();
    }

    @Test
    void another_size_than_the_catalogues_is_refused_before_the_transfer() {
        server.will(file(random(200_000, 5), null));
        assertThatThrownBy(() -> fetch(expected))
                .hasMessageContaining("offers 200000 bytes where the catalogue says 300000");
        assertThat(progress.units.get()).isZero();
    }

    @Test
    void a_silent_server_counts_as_failed_and_the_next_attempt_succeeds() {
        server.will(silentAfter(10_000, content), file(content, null));
        assertThat(fetch(expected).size()).isEqualTo(content.length);
    }

    @Test
    void redirects_to_other_schemes_are_refused() {
        server.will(status(302, "Location", "ftp://example.org/x"));
        assertThatThrownBy(() -> fetch(expected))
                .hasMessageContaining("redirects to ftp://example.org/x, which is refused");
    }

    @Test
    void redirects_within_http_are_followed() {
        server.will(status(302, "Location", server.url("elsewhere").toString()), file(content, "\"v1\""));
        assertThat(fetch(expected).size()).isEqualTo(content.length);
    }

    @Test
    void other_schemes_are_refused() {
        for (String url : List.of("ftp://example.org/x", "jar:file:/x!/y", "gopher://h/x", "x", "http:///x")) {
            assertThatThrownBy(() -> downloader().download(URI.create(url), target(), expected))
                    .isInstanceOf(DataFetchException.class)
                    .hasMessageContaining("only http, https and file addresses are allowed");
        }
    }

    @Test
    void file_urls_are_copied_and_verified() throws IOException {
        Path source = dir.resolve("source.bin");
        Files.write(source, content);
        Downloaded result = downloader().download(source.toUri(), target(), expected);
        assertThat(result.sha256()).isEqualTo(expected.sha256());
        Files.write(source, new byte[] {1});
        assertThatThrownBy(() -> downloader().download(source.toUri(), dir.resolve("b"), expected))
                .hasMessageContaining("wrong checksum");
        assertThat(names()).containsExactly("data.grd", "source.bin");
    }

    @Test
    void a_present_and_correct_target_needs_no_network() throws IOException {
        Files.write(target(), content);
        assertThat(fetch(expected).resumed()).isFalse();
        assertThat(server.requests).isEmpty();
    }

    @Test
    void an_unreachable_server_is_one_sentence() {
        URI url = server.url("data.grd");
        server.close();
        assertThatThrownBy(() -> downloader().download(url, target(), expected))
                .isInstanceOf(DataFetchException.class)
                .hasMessage("cannot download " + url + " after 3 attempts: no connection to the server");
    }

    @Test
    void interrupting_ends_a_download_and_keeps_its_part() throws Exception {
        server.will(silentAfter(10_000, content));
        DownloadPolicy patient = new DownloadPolicy(
                Duration.ofSeconds(2), Duration.ofSeconds(20), 2, Duration.ofMillis(5), Duration.ofMillis(50), 1 << 20);
        List<Throwable> thrown = new ArrayList<>();
        Thread thread = new Thread(() -> {
            try {
                new Downloader(patient, progress).download(server.url("data.grd"), target(), expected);
            } catch (DataFetchException e) {
                thrown.add(e);
            }
        });
        thread.start();
        while (progress.units.get() == 0) {
            Thread.sleep(5);
        }
        thread.interrupt();
        thread.join(3_000);
        assertThat(thrown).singleElement().satisfies(e -> assertThat(e).hasMessageContaining("was interrupted"));
    }

    @Test
    void names_from_urls_cannot_leave_their_directory() {
        assertThat(FileNames.fromUrl(URI.create("https://h/a/EMAG2_V3.tif"))).contains("EMAG2_V3.tif");
        for (String url : List.of(
                "https://h/a/..",
                "https://h/a/..%2F..%2Fetc%2Fpasswd",
                "https://h/a/%5c%5cx",
                "https://h/",
                "https://h/.ssh",
                "https://h/a%00b",
                "https://h/NUL.txt",
                "mailto:a@b",
                "https://h/a%0ab")) {
            assertThat(FileNames.fromUrl(URI.create(url))).as(url).isEmpty();
        }
    }

    private Downloaded fetch(Expected what) {
        return downloader().download(server.url("data.grd"), target(), what);
    }

    private Downloader downloader() {
        return new Downloader(FAST, progress);
    }

    private Path target() {
        return dir.resolve("data.grd");
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static final class Counting implements ProgressListener {
        final AtomicLong units = new AtomicLong();
        final List<String> infos = new ArrayList<>();
        long total = -2;

        @Override
        public StageProgress begin(String stage, long expectedTotal) {
            total = expectedTotal;
            return new StageProgress() {
                @Override
                public void advance(long n) {
                    units.addAndGet(n);
                }

                @Override
                public void note(String note) {}

                @Override
                public void close() {}
            };
        }

        @Override
        public void info(String stage, String message) {
            infos.add(message);
        }

        @Override
        public void warn(String stage, String message) {}
    }
}
