package org.geoanomaly.gam.pipeline.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.DataSource;
import org.geoanomaly.gam.pipeline.spi.FetchContext;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Raw data that were read before. What comes out is bit for bit what was read; an entry that is damaged or out of date is dropped and read
 * anew, and a cache that cannot be used costs time, never the run. Thread-safe, also across processes.
 */
public final class RawDataCache {
    private final CacheStore store;
    private final int expiryDays;
    private final InstantSource clock;
    private final ProgressListener progress;
    private @Nullable CacheIndex opened;

    /**
     * A cache; nothing is opened before it is needed.
     *
     * @param cacheDir {@code data.cache_dir}
     * @param expiryDays {@code data.cache_expiry_days}; 0 for never
     */
    public RawDataCache(Path cacheDir, int expiryDays, InstantSource clock, ProgressListener progress) {
        this.store = new CacheStore(cacheDir, progress);
        this.expiryDays = expiryDays;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * The data that a source would read: from the cache, else from the source and into the cache.
     *
     * @param located the files that the source has found
     * @throws GamException as the source does when it reads
     */
    public RawData fetch(DataSource source, DataRequest request, List<ResolvedSource> located, FetchContext context)
            throws IOException, InterruptedException {
        return fetch(source, source.id() + " " + source.getClass().getName(), request, located, context);
    }

    /**
     * The same for a source that is known by another name than that of its class.
     *
     * @param identity what tells its work from that of another source, or of another version of it
     */
    public RawData fetch(
            DataSource source, String identity, DataRequest request, List<ResolvedSource> located, FetchContext context)
            throws IOException, InterruptedException {
        String key = CacheKey.of(identity, request, located);
        Optional<RawData> known = find(key);
        if (known.isPresent()) {
            return known.get();
        }
        RawData data = source.read(request, located, context);
        keep(key, request, located, data);
        return data;
    }

    private synchronized CacheIndex index() {
        if (opened == null) {
            opened = store.index();
        }
        return opened;
    }

    private Optional<RawData> find(String key) {
        try {
            Optional<CacheEntry> entry = index().find(key);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            Instant expires = entry.get().expires();
            if (expires != null && !clock.instant().isBefore(expires)) {
                progress.info(CacheStore.STAGE, "the cached " + entry.get().modality() + " data have expired");
                store.drop(index(), entry.get());
                return Optional.empty();
            }
            return read(entry.get());
        } catch (GamException e) {
            progress.warn(CacheStore.STAGE, "the cache is not used: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<RawData> read(CacheEntry entry) {
        Optional<String> damage = store.damage(entry);
        if (damage.isEmpty()) {
            Path file = store.file(entry.key());
            try {
                RawData data = RawDataCodec.decode(file, HdfArrays.read(file));
                index().locked(rows -> {
                    rows.find(entry.key()).ifPresent(now -> rows.put(now.usedAt(now())));
                    return entry;
                });
                return Optional.of(data);
            } catch (DataFormatException e) {
                damage = Optional.of(String.valueOf(e.getMessage()));
            }
        }
        Optional<CacheEntry> again = index().find(entry.key());
        if (again.isPresent() && !again.get().sha256().equals(entry.sha256())) {
            return read(again.get()); // another run has just replaced it
        }
        progress.warn(CacheStore.STAGE, "dropped from the cache and read anew: " + damage.get());
        store.drop(index(), entry);
        return Optional.empty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private void keep(String key, DataRequest request, List<ResolvedSource> located, RawData data) {
        Instant created = now();
        String sources = located.stream().map(s -> s.source().id()).collect(Collectors.joining(", "));
        CacheEntry draft = new CacheEntry(
                key,
                request.modality(),
                request.area(),
                sources,
                created,
                created,
                0,
                "",
                expiryDays == 0 ? null : created.plus(expiryDays, ChronoUnit.DAYS));
        try (AtomicFile file = AtomicFile.open(store.file(key))) {
            HdfArrays.Builder arrays = RawDataCodec.encode(data);
            CacheStore.describe(arrays, draft);
            arrays.write(file.temporary());
            publish(draft, file);
        } catch (GamException | IOException e) {
            progress.warn(CacheStore.STAGE, "the " + request.modality() + " data are not cached: " + e.getMessage());
        }
    }

    /** The file takes its name inside the transaction that lists it, so that no other process sees one without the other. */
    private void publish(CacheEntry draft, AtomicFile file) throws IOException {
        long size = Files.size(file.temporary());
        String sha256 = Sha256.ofFile(file.temporary());
        CacheEntry entry = new CacheEntry(
                draft.key(),
                draft.modality(),
                draft.area(),
                draft.sources(),
                draft.created(),
                draft.lastUsed(),
                size,
                sha256,
                draft.expires());
        index().locked(rows -> {
            boolean there = rows.find(draft.key()).isPresent() && Files.exists(store.file(draft.key()));
            if (!there) {
                file.commit();
                rows.put(entry);
            }
            return entry;
        });
    }

    /** Every entry, by modality and age. */
    public List<CacheEntry> list() {
        return store.exists() ? index().all() : List.of();
    }

    /**
     * Entries that are not what was stored, one sentence for each.
     *
     * @param seen how many entries there are
     */
    public record Verdict(int seen, List<String> problems) {
        public Verdict {
            problems = List.copyOf(problems);
        }
    }

    /** Reads every entry and compares it with its checksums. */
    public Verdict verify() {
        List<CacheEntry> entries = list();
        List<String> problems = new ArrayList<>();
        for (CacheEntry entry : entries) {
            Optional<String> damage = store.damage(entry);
            damage.ifPresent(problems::add);
            if (damage.isEmpty()) {
                Path file = store.file(entry.key());
                try {
                    RawDataCodec.decode(file, HdfArrays.read(file));
                } catch (DataFormatException e) {
                    problems.add(String.valueOf(e.getMessage()));
                }
            }
        }
        store.strays(entries).forEach(f -> problems.add(f + " is not in the list of entries"));
        return new Verdict(entries.size(), problems);
    }

    /**
     * What a removal freed.
     *
     * @param entries how many were removed
     * @param bytes of their files
     */
    public record Freed(int entries, long bytes) {}

    /**
     * Removes entries, and with no condition also what is in the way beside them.
     *
     * @param modality only these, null for all
     * @param unused only what no run took for so long, null for all
     */
    public Freed clear(@Nullable String modality, @Nullable Duration unused) {
        if (!store.exists()) {
            return new Freed(0, 0);
        }
        Predicate<CacheEntry> chosen = e -> (modality == null || e.modality().equals(modality))
                && (unused == null || !e.lastUsed().isAfter(clock.instant().minus(unused)));
        List<CacheEntry> entries = index().all();
        int count = 0;
        long bytes = 0;
        for (CacheEntry entry : entries) {
            if (chosen.test(entry)) {
                bytes += index().locked(rows -> {
                    rows.remove(entry.key());
                    return CacheStore.remove(store.file(entry.key()));
                });
                count++;
            }
        }
        if (modality == null && unused == null) {
            for (Path stray : store.strays(List.of())) {
                bytes += CacheStore.remove(stray);
                count++;
            }
        }
        return new Freed(count, bytes);
    }

    /** Where the entries' files are. */
    public Path directory() {
        return store.directory();
    }
}
