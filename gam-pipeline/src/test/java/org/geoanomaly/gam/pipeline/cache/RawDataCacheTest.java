package org.geoanomaly.gam.pipeline.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.fetch.Expected;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.source.Mirrors;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.source.SourceCatalogue;
import org.geoanomaly.gam.pipeline.source.SourceResolver;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.DataSource;
import org.geoanomaly.gam.pipeline.spi.FetchContext;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawDataCacheTest {
    private static final BoundingBox AREA = new BoundingBox(-10, 10, 170, -170);

    @TempDir
    Path folder;

    private final Workers workers = new Workers(1);
    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger reads = new AtomicInteger();
    private Instant time = Instant.parse("2026-03-01T12:00:00Z");
    private RawData data = points(0);
    private Path directory;
    private FetchContext context;

    @BeforeEach
    void prepare() {
        directory = folder.resolve("cache");
        SourceResolver resolver = new SourceResolver(
                Mirrors.of(Map.of(), List.of()), directory, null, ProgressListener.SILENT, RunClock.system());
        context = new FetchContext(SourceCatalogue.builtIn(), resolver, folder, workers, ProgressListener.SILENT);
    }

    @AfterEach
    void close() {
        workers.close();
    }

    private final ProgressListener listener = new ProgressListener() {
        @Override
        public StageProgress begin(String stage, long total) {
            return StageProgress.SILENT;
        }

        @Override
        public void info(String stage, String message) {}

        @Override
        public void warn(String stage, String message) {
            warnings.add(message);
        }
    };

    private final DataSource source = new DataSource() {
        @Override
        public String id() {
            return "counting";
        }

        @Override
        public int spiVersion() {
            return Plugin.VERSION;
        }

        @Override
        public boolean serves(DataRequest request) {
            return true;
        }

        @Override
        public List<ResolvedSource> locate(DataRequest request, FetchContext context) {
            return List.of(located("a"));
        }

        @Override
        public RawData read(DataRequest request, List<ResolvedSource> located, FetchContext context) {
            reads.incrementAndGet();
            return data;
        }
    };

    private static ResolvedSource located(String content) {
        var file = new org.geoanomaly.gam.pipeline.source.DataSource.Publication(
                List.of(), "a.csv", "csv", Expected.NOTHING);
        var about =
                new org.geoanomaly.gam.pipeline.source.DataSource.Content("gravity", "mGal", null, null, null, null);
        var terms = new org.geoanomaly.gam.pipeline.source.DataSource.Terms(
                "CC0-1.0",
                "",
                org.geoanomaly.gam.pipeline.source.DataSource.Authentication.NONE,
                org.geoanomaly.gam.pipeline.source.DataSource.UpdatePolicy.FIXED);
        var described = new org.geoanomaly.gam.pipeline.source.DataSource("a", "a", "gravity", file, about, terms, "");
        return new ResolvedSource(
                described, Path.of("a.csv"), Sha256.of(content), 5, Instant.EPOCH, ResolvedSource.Origin.LOCAL);
    }

    private static RawData.Facts facts() {
        return new RawData.Facts(
                "gravity",
                "gravity",
                Unit.MILLIGAL,
                true,
                0.1 + 0.2,
                null,
                1987.123456789,
                List.of("naïve", "two\nlines"));
    }

    private static RawData points(int rows) {
        double[] values = new double[rows + 4];
        values[0] = Double.NaN;
        values[1] = Math.PI;
        values[2] = -0.0;
        values[3] = Double.MIN_VALUE;
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("value", values);
        columns.put("Höhe über dem Meer", values.clone());
        return new RawData.Points(facts(), columns);
    }

    private RawDataCache cache(int expiryDays) {
        return new RawDataCache(directory, expiryDays, () -> time, listener);
    }

    private RawData fetch() throws IOException, InterruptedException {
        return fetch(AREA, "a");
    }

    private RawData fetch(BoundingBox area, String content) throws IOException, InterruptedException {
        DataRequest request = new DataRequest("gravity", new SourceSpec.Catalogued("a"), area, 0.1);
        return cache(0).fetch(source, request, List.of(located(content)), context);
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.list(directory.resolve("raw"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    @Test
    void a_table_comes_back_bit_for_bit_without_reading_again() throws Exception {
        fetch();
        RawData.Points back = (RawData.Points) fetch();

        assertThat(reads).hasValue(1);
        assertThat(back).isNotSameAs(data);
        assertThat(back.facts()).isEqualTo(facts());
        assertThat(List.copyOf(back.columns().keySet())).containsExactly("value", "Höhe über dem Meer");
        double[] expected = ((RawData.Points) data).column("value");
        for (int i = 0; i < expected.length; i++) {
            assertThat(Double.doubleToRawLongBits(back.column("value")[i]))
                    .isEqualTo(Double.doubleToRawLongBits(expected[i]));
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_grid_comes_back_with_its_geometry_and_uncertainty() throws Exception {
        GridGeometry g = new GridGeometry(Crs.WGS84, 169.9, 10.1, 0.1, 1.0 / 3, 3, 2, Registration.NODE);
        data = new RawData.Gridded(
                facts(),
                new FloatGrid(g, Unit.MILLIGAL, new float[] {1, Float.NaN, -0f, 4, 5, 6}),
                new FloatGrid(g, Unit.MICROMETRE_PER_SECOND_SQUARED, new float[] {.1f, .2f, .3f, .4f, .5f, .6f}));
        fetch();
        RawData.Gridded back = (RawData.Gridded) fetch();

        assertThat(reads).hasValue(1);
        assertThat(back.grid().geometry()).isEqualTo(g);
        assertThat(back.grid().values()).containsExactly(1, Float.NaN, -0f, 4, 5, 6);
        assertThat(back.grid().unit()).isEqualTo(Unit.MILLIGAL);
        FloatGrid uncertainty = Objects.requireNonNull(back.uncertainty());
        assertThat(uncertainty.unit()).isEqualTo(Unit.MICROMETRE_PER_SECOND_SQUARED);
        assertThat(uncertainty.values()).containsExactly(.1f, .2f, .3f, .4f, .5f, .6f);
    }

    @Test
    void other_content_and_other_areas_are_other_entries() throws Exception {
        fetch(AREA, "a");
        fetch(AREA, "b");
        fetch(new BoundingBox(-10, 10, 170, 180), "a");

        assertThat(reads).hasValue(3);
        assertThat(cache(0).list())
                .hasSize(3)
                .allSatisfy(e -> assertThat(e.sources()).isEqualTo("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "truncated", "flipped", "gone", "another file"})
    void a_damaged_entry_is_dropped_and_read_anew(String damage) throws Exception {
        fetch();
        Path file = onlyFile();
        byte[] bytes = Files.readAllBytes(file);
        switch (damage) {
            case "empty" -> Files.write(file, new byte[0]);
            case "truncated" -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            case "flipped" -> {
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
            case "gone" -> Files.delete(file);
            default -> Files.writeString(file, "<html>");
        }
        RawDataCache.Verdict verdict = cache(0).verify();
        RawData.Points back = (RawData.Points) fetch();

        assertThat(verdict.problems()).hasSize(1);
        assertThat(verdict.problems().get(0)).contains(file.toString());
        assertThat(reads).hasValue(2);
        assertThat(back.column("value")[1]).isEqualTo(Math.PI);
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).startsWith("dropped from the cache and read anew: " + file);
        assertThat(cache(0).verify().problems()).isEmpty();
        fetch();
        assertThat(reads).as("the new entry is good").hasValue(2);
    }

    @Test
    void an_entry_that_was_stored_wrong_is_dropped_too() throws Exception {
        fetch();
        Path file = onlyFile();
        HdfArrays.builder("{\"facts\": {}}").write(file);
        CacheIndex index = CacheIndex.open(directory.resolve("cache.db"));
        CacheEntry e = index.all().get(0);
        index.locked(rows -> {
            try {
                return rows.put(new CacheEntry(
                        e.key(),
                        e.modality(),
                        e.area(),
                        e.sources(),
                        e.created(),
                        e.lastUsed(),
                        Files.size(file),
                        Sha256.ofFile(file),
                        null));
            } catch (IOException x) {
                throw new java.io.UncheckedIOException(x);
            }
        });
        fetch();

        assertThat(reads).hasValue(2);
        assertThat(warnings.get(0)).contains("does not hold raw data");
    }

    @Test
    void entries_expire_after_the_configured_days() throws Exception {
        DataRequest request = new DataRequest("gravity", new SourceSpec.Catalogued("a"), AREA, 0.1);
        List<ResolvedSource> located = List.of(located("a"));
        cache(7).fetch(source, request, located, context);
        time = time.plus(Duration.ofDays(7)).minusSeconds(1);
        cache(7).fetch(source, request, located, context);
        assertThat(reads).hasValue(1);
        time = time.plusSeconds(1);
        cache(7).fetch(source, request, located, context);
        assertThat(reads).hasValue(2);
        assertThat(cache(7).list().get(0).created()).isEqualTo(time);
    }

    @Test
    void without_expiry_entries_stay() throws Exception {
        fetch();
        time = time.plus(Duration.ofDays(36_500));
        fetch();

        assertThat(reads).hasValue(1);
        assertThat(cache(0).list().get(0).expires()).isNull();
        assertThat(cache(0).list().get(0).lastUsed()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "empty", "gone", "half", "other schema"})
    void a_damaged_list_is_made_anew_from_the_files(String damage) throws Exception {
        fetch(AREA, "a");
        fetch(AREA, "b");
        List<CacheEntry> before = cache(0).list();
        Path database = directory.resolve("cache.db");
        switch (damage) {
            case "garbage" -> Files.writeString(database, "this is no database, it is text ".repeat(200));
            case "empty" -> Files.write(database, new byte[0]);
            case "gone" -> Files.delete(database);
            case "half" -> {
                try (var channel = java.nio.channels.FileChannel.open(database, StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() / 2);
                }
            }
            default ->
                org.jdbi.v3.core.Jdbi.create("jdbc:sqlite:" + database)
                        .useHandle(h -> h.execute("ALTER TABLE entry RENAME COLUMN sha256 TO checksum"));
        }
        fetch(AREA, "a");

        assertThat(reads).as("the entries were found again").hasValue(2);
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).contains("was made anew from 2 files");
        assertThat(cache(0).list()).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void a_cache_that_cannot_be_written_costs_time_only() throws Exception {
        Files.writeString(directory, "a file where the directory should be");
        assertThat(fetch()).isSameAs(data);
        assertThat(warnings).hasSize(2).allSatisfy(w -> assertThat(w).contains("cache"));
    }

    @Test
    void failures_of_the_source_come_through() {
        DataSource failing = new DataSource() {
            @Override
            public String id() {
                return "failing";
            }

            @Override
            public int spiVersion() {
                return Plugin.VERSION;
            }

            @Override
            public boolean serves(DataRequest request) {
                return true;
            }

            @Override
            public List<ResolvedSource> locate(DataRequest request, FetchContext context) {
                return List.of(located("a"));
            }

            @Override
            public RawData read(DataRequest request, List<ResolvedSource> located, FetchContext context) {
                throw new DataFetchException("nothing there");
            }
        };
        DataRequest request = new DataRequest("gravity", new SourceSpec.Catalogued("a"), AREA, 0.1);
        assertThatThrownBy(() -> cache(0).fetch(failing, request, List.of(located("a")), context))
                .hasMessage("nothing there");
        assertThat(cache(0).list()).isEmpty();
    }

    @Test
    void clearing_removes_what_was_chosen() throws Exception {
        assertThat(cache(0).clear(null, null)).isEqualTo(new RawDataCache.Freed(0, 0));
        assertThat(directory.resolve("cache.db")).doesNotExist();
        fetch(AREA, "a");
        time = time.plus(Duration.ofDays(10));
        fetch(AREA, "b");

        assertThat(cache(0).clear("magnetic", null).entries()).isZero();
        assertThat(cache(0).clear(null, Duration.ofDays(11)).entries()).isZero();
        assertThat(cache(0).clear(null, Duration.ofDays(9)).entries()).isEqualTo(1);
        long size = Files.size(onlyFile());
        Files.copy(onlyFile(), directory.resolve("raw").resolve("0".repeat(64) + ".h5"));
        assertThat(cache(0).verify().problems()).hasSize(1);
        assertThat(cache(0).clear(null, null)).isEqualTo(new RawDataCache.Freed(2, 2 * size));
        assertThat(cache(0).list()).isEmpty();
    }

    @Test
    void many_runs_at_once_agree() throws Exception {
        data = points(20_000);
        List<Callable<RawData>> calls = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String content = String.valueOf(i % 3);
            calls.add(() -> fetch(AREA, content));
        }
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (Future<RawData> answer : pool.invokeAll(calls)) {
                assertThat(((RawData.Points) answer.get()).column("value")).hasSize(20_004);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(warnings).isEmpty();
        assertThat(cache(0).list()).hasSize(3);
        assertThat(cache(0).verify().problems()).isEmpty();
    }
}
