package org.geoanomaly.gam.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.cache.RawDataCache;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.ingest.FileSource;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.source.Mirrors;
import org.geoanomaly.gam.pipeline.source.SourceCatalogue;
import org.geoanomaly.gam.pipeline.source.SourceResolver;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.FetchContext;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gam cache} as a shell sees it, over a cache that a source filled. */
class CacheCommandTest {
    @TempDir
    Path folder;

    private Path cache;

    @BeforeEach
    void place() {
        cache = folder.resolve("cache");
    }

    private InProcess gam(String... arguments) {
        return InProcess.run(Map.of("GAM_DATA__CACHE_DIR", cache.toString()), arguments);
    }

    /** Reads a table and a grid through the built-in source and the cache. */
    private void fill() throws IOException, InterruptedException {
        Path stations = Files.writeString(
                folder.resolve("stations.csv"),
                "longitude,latitude,height_m,gravity_mgal\n1,1,5,978000\n2,2,6,978100\n");
        Path lines = Files.writeString(folder.resolve("lines.csv"), "longitude,latitude,tmi_nt\n1,1,5\n2,2,6\n");
        SourceResolver resolver = new SourceResolver(
                Mirrors.of(Map.of(), List.of()), cache, null, ProgressListener.SILENT, RunClock.system());
        RawDataCache data = new RawDataCache(cache, 0, InstantSource.system(), ProgressListener.SILENT);
        try (Workers workers = new Workers(1)) {
            FetchContext context =
                    new FetchContext(SourceCatalogue.builtIn(), resolver, folder, workers, ProgressListener.SILENT);
            for (String modality : List.of("gravity", "magnetic")) {
                Path file = modality.equals("gravity") ? stations : lines;
                DataRequest request =
                        new DataRequest(modality, SourceSpec.LocalFile.of(file), new BoundingBox(0, 5, 0, 5.5), 0.1);
                FileSource source = new FileSource();
                data.fetch(source, request, source.locate(request, context), context);
            }
        }
    }

    private Path first() throws IOException {
        try (var files = Files.list(cache.resolve("raw"))) {
            return files.sorted().findFirst().orElseThrow();
        }
    }

    @Test
    void a_cache_that_does_not_exist_is_empty_and_stays_away() {
        assertThat(gam("cache")).isEqualTo(new InProcess(0, "nothing is cached\n", ""));
        assertThat(gam("cache", "size").out()).startsWith("total").contains("0 kB in 0 entries in ");
        assertThat(gam("cache", "verify")).isEqualTo(new InProcess(0, "all 0 entries are as stored\n", ""));
        assertThat(gam("cache", "clear")).isEqualTo(new InProcess(0, "removed 0 entries, 0 kB freed\n", ""));
        assertThat(gam("cache", "list", "--json")).isEqualTo(new InProcess(0, "[]\n", ""));
        assertThat(cache).doesNotExist();
    }

    @Test
    void entries_are_listed_and_measured() throws Exception {
        fill();
        InProcess list = gam("cache", "list");

        assertThat(list.code()).isZero();
        assertThat(list.err()).isEmpty();
        assertThat(list.out().lines()).hasSize(3);
        assertThat(list.out())
                .containsPattern("(?m)^[0-9a-f]{12} gravity +0.0000,5.0000,0.0000,5.5000 .* stations.csv$")
                .containsPattern("(?m)^[0-9a-f]{12} magnetic +.* lines.csv$");
        assertThat(gam("cache", "list", "--modality", "magnetic").out().lines()).hasSize(2);
        assertThat(gam("cache", "list", "--older-than", "1").out()).isEqualTo("nothing is cached\n");
        assertThat(gam("cache", "list", "--json").out())
                .startsWith("[{\"created\":\"")
                .contains("\"modality\":\"gravity\"", "\"north\":5", "\"sources\":\"stations.csv\"");
        assertThat(gam("cache", "size").out()).contains("gravity ", "magnetic ", " kB in 2 entries in " + cache);
        assertThat(gam("cache", "size", "--json").out()).contains("\"entries\":2", "\"modalities\":{\"gravity\":");
    }

    @Test
    void verify_names_what_is_damaged_with_exit_code_4() throws Exception {
        fill();
        assertThat(gam("cache", "verify")).isEqualTo(new InProcess(0, "all 2 entries are as stored\n", ""));
        Path file = first();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 8;
        Files.write(file, bytes);
        InProcess verify = gam("cache", "verify");

        assertThat(verify.code()).isEqualTo(4);
        assertThat(verify.out())
                .contains(file + " is not what was stored: its checksum differs")
                .contains("1 bad among 2 entries");
        InProcess json = gam("cache", "verify", "--json");
        assertThat(json.code()).isEqualTo(4);
        assertThat(json.out()).startsWith("{\"entries\":2,\"problems\":[\"" + file);
    }

    @Test
    void clear_says_what_it_freed() throws Exception {
        fill();
        assertThat(gam("cache", "clear", "--older-than", "1").out()).isEqualTo("removed 0 entries, 0 kB freed\n");
        assertThat(gam("cache", "clear", "--modality", "gravity").out()).matches("removed 1 entry, \\d+ kB freed\n");
        assertThat(gam("cache").out()).contains("magnetic").doesNotContain("gravity");
        assertThat(gam("cache", "clear", "--json").out()).matches("\\{\"bytes\":\\d+,\"entries\":1}\n");
        assertThat(gam("cache").out()).isEqualTo("nothing is cached\n");
    }

    @Test
    void a_lost_list_is_made_anew_with_a_warning() throws Exception {
        fill();
        Files.writeString(cache.resolve("cache.db"), "no database, this is ".repeat(100));
        InProcess list = gam("cache", "list");

        assertThat(list.code()).isZero();
        assertThat(list.out().lines()).hasSize(3);
        assertThat(list.err()).contains("was made anew from 2 files");
        assertThat(gam("cache", "list").err()).isEmpty();
    }

    @Test
    void wrong_words_are_usage_errors() {
        assertThat(gam("cache", "purge").code()).isEqualTo(2);
        assertThat(gam("cache", "purge").err()).contains("'purge' is no action", "use list, size, verify or clear");
        assertThat(gam("cache", "clear", "--older-than", "-3").code()).isEqualTo(2);
    }
}
