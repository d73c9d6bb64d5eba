package org.geoanomaly.gam.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.fetch.DownloadPolicy;
import org.geoanomaly.gam.pipeline.fetch.Downloader;
import org.geoanomaly.gam.pipeline.fetch.Expected;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.source.ResolvedSource.Origin;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceResolverTest {
    private static final byte[] CONTENT = "some grid".getBytes(StandardCharsets.UTF_8);
    private static final Instant OLD = Instant.parse("2024-03-01T12:00:00Z");

    @TempDir
    Path dir;

    private final List<String> warnings = new ArrayList<>();
    private final List<String> infos = new ArrayList<>();

    @Test
    void a_mirrors_file_is_found_below_and_used_with_its_own_date() throws IOException {
        Path file = put("mirror/gravity/data.nc", CONTENT);
        ResolvedSource found = offline("mirror").resolve(source(Sha256.of(CONTENT)));
        assertThat(found.origin()).isEqualTo(Origin.MIRROR);
        assertThat(found.file()).isEqualTo(file);
        assertThat(found.acquiredAt()).isEqualTo(OLD);
        assertThat(found.size()).isEqualTo(CONTENT.length);
        assertThat(found.url()).isEqualTo("https://127.0.0.1:1/data.nc");
        assertThat(warnings).isEmpty();
    }

    @Test
    void the_same_name_with_another_checksum_is_warned_of_and_passed_over() throws IOException {
        put("a/data.nc", "other grid".getBytes(StandardCharsets.UTF_8));
        put("b/data.nc", CONTENT);
        ResolvedSource found =
                resolver(List.of(dir.resolve("a"), dir.resolve("b")), null).resolve(source(Sha256.of(CONTENT)));
        assertThat(found.file()).isEqualTo(dir.resolve("b/data.nc"));
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("a/data.nc is not used for it")
                .contains("10 bytes");
    }

    @Test
    void offline_and_absent_says_what_to_do() {
        assertThatThrownBy(() -> offline("mirror").resolve(source(Sha256.of(CONTENT))))
                .isInstanceOfSatisfying(DataFetchException.class, e -> {
                    assertThat(e).hasMessageContaining("https://127.0.0.1:1/data.nc");
                    assertThat(e.help())
                            .contains("data.nc")
                            .contains("GAM_DATA_DIR")
                            .contains(Sha256.of(CONTENT));
                });
    }

    @Test
    void a_source_fetched_by_hand_says_how() {
        DataSource icgem = SourceCatalogue.builtIn().find("icgem-eigen-6c4-disturbance");
        assertThatThrownBy(() -> offline("mirror").resolve(icgem))
                .isInstanceOfSatisfying(DataFetchException.class, e -> {
                    assertThat(e).hasMessageContaining("must be fetched by hand from https://icgem.gfz-potsdam.de");
                    assertThat(e.help())
                            .contains("gravity_disturbance")
                            .contains("EIGEN-6C4_gravity_disturbance_0p1deg.gdf");
                });
    }

    @Test
    void without_a_checksum_the_first_use_decides_and_is_remembered() throws IOException {
        put("mirror/data.nc", CONTENT);
        assertThat(offline("mirror").resolve(source(null)).sha256()).isEqualTo(Sha256.of(CONTENT));
        assertThat(infos)
                .singleElement()
                .asString()
                .contains("states no checksum")
                .contains(Sha256.of(CONTENT));
        offline("mirror").resolve(source(null));
        assertThat(infos).hasSize(1);
        put("mirror/data.nc", "a new grid".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> offline("mirror").resolve(source(null))).isInstanceOf(DataFetchException.class);
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("the sha256 of its first use")
                .contains("first-use.json");
    }

    @Test
    void a_download_goes_to_the_cache_and_is_found_there_again() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/data.nc", x -> {
            x.sendResponseHeaders(200, CONTENT.length);
            x.getResponseBody().write(CONTENT);
            x.close();
        });
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        DataSource source = source(Sha256.of(CONTENT), base + "/gone.nc", base + "/data.nc");
        Downloader downloader = new Downloader(DownloadPolicy.DEFAULT, ProgressListener.SILENT);
        try {
            ResolvedSource first = resolver(List.of(), downloader).resolve(source);
            assertThat(first.origin()).isEqualTo(Origin.DOWNLOADED);
            assertThat(first.file()).isEqualTo(dir.resolve("cache/sources/" + Sha256.of(CONTENT) + "/data.nc"));
            assertThat(warnings).singleElement().asString().contains("gone.nc answered 404");
        } finally {
            server.stop(0);
        }
        assertThat(resolver(List.of(), null).resolve(source).origin()).isEqualTo(Origin.CACHE);
        Files.writeString(dir.resolve("cache/sources/" + Sha256.of(CONTENT) + "/data.nc"), "damaged!!");
        assertThat(resolver(List.of(), null).find(source)).isEmpty();
    }

    @Test
    void a_large_file_is_hashed_once_until_it_changes() throws IOException {
        Path file = put("mirror/data.nc", CONTENT);
        Path store = dir.resolve("checksums.json");
        assertThat(new ChecksumCache(store).sha256(file)).isEqualTo(Sha256.of(CONTENT));
        Files.writeString(store, Files.readString(store).replace(Sha256.of(CONTENT), "b".repeat(64)));
        assertThat(new ChecksumCache(store).sha256(file))
                .as("taken from the store")
                .isEqualTo("b".repeat(64));
        put("mirror/data.nc", "some more".getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(file, FileTime.from(OLD.plusSeconds(1)));
        assertThat(new ChecksumCache(store).sha256(file)).isEqualTo(Sha256.of("some more"));
        Files.writeString(store, "{damaged");
        assertThat(new ChecksumCache(store).sha256(file)).isEqualTo(Sha256.of("some more"));
    }

    @Test
    void a_file_changed_just_now_is_not_remembered() throws IOException {
        Path file = put("mirror/data.nc", CONTENT);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        Path store = dir.resolve("checksums.json");
        new ChecksumCache(store).sha256(file);
        assertThat(store).doesNotExist();
    }

    @Test
    void a_users_own_file_is_taken_as_it_is() throws IOException {
        Path file = put("mine.nc", CONTENT);
        assertThat(offline("mirror").local(source(null), file).origin()).isEqualTo(Origin.LOCAL);
        assertThatThrownBy(() -> offline("mirror").local(source(null), dir.resolve("none.nc")))
                .hasMessageStartingWith("there is no data file");
    }

    @Test
    void mirrors_come_from_the_environment_first() {
        String two = dir + java.io.File.pathSeparator + "/second";
        assertThat(Mirrors.of(Map.of("GAM_DATA_DIR", two), List.of(Path.of("/third")))
                        .directories())
                .containsExactly(dir, Path.of("/second"), Path.of("/third"));
        assertThat(Mirrors.of(Map.of(), List.of()).directories()).isEmpty();
    }

    @Test
    void the_catalogues_checksums_are_those_of_the_real_files() {
        String real = System.getenv("GAM_DATA_DIR");
        if (real == null && "true".equals(System.getenv("CI"))) {
            Assertions.fail("GAM_DATA_DIR is not set");
        }
        Assumptions.assumeTrue(real != null, "GAM_DATA_DIR is not set");
        SourceResolver resolver =
                resolver(Mirrors.of(System.getenv(), List.of()).directories(), null);
        List<String> found = new ArrayList<>();
        for (DataSource source : SourceCatalogue.builtIn().all()) {
            resolver.find(source).ifPresent(r -> found.add(r.source().id()));
        }
        assertThat(warnings).isEmpty();
        assertThat(found).contains("emag2-v2-1deg", "eigen-6c4-10arcmin-gravity", "osborne-magnetic", "lcs-1", "egm96");
    }

    private Path put(String name, byte[] content) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent() == null ? dir : file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(OLD));
        return file;
    }

    private SourceResolver offline(String mirror) {
        return resolver(List.of(dir.resolve(mirror)), null);
    }

    private SourceResolver resolver(List<Path> mirrors, @Nullable Downloader downloader) {
        ProgressListener listener = new ProgressListener() {
            @Override
            public StageProgress begin(String stage, long total) {
                return StageProgress.SILENT;
            }

            @Override
            public void info(String stage, String message) {
                infos.add(message);
            }

            @Override
            public void warn(String stage, String message) {
                warnings.add(message);
            }
        };
        RunClock clock = new RunClock(Map.of(), InstantSource.system());
        return new SourceResolver(new Mirrors(mirrors), dir.resolve("cache"), downloader, listener, clock);
    }

    private static DataSource source(@Nullable String sha256) {
        return source(sha256, "https://127.0.0.1:1/data.nc");
    }

    private static DataSource source(@Nullable String sha256, String... urls) {
        return new DataSource(
                "it",
                "A grid",
                "gravity",
                new DataSource.Publication(
                        List.of(urls).stream().map(URI::create).toList(),
                        "data.nc",
                        "netcdf",
                        new Expected(sha256, List.of(), sha256 == null ? -1 : CONTENT.length)),
                new DataSource.Content("gravity", "mGal", null, null, 0.1, null),
                new DataSource.Terms(
                        "CC0-1.0", "cite it", DataSource.Authentication.NONE, DataSource.UpdatePolicy.FIXED),
                "");
    }
}
