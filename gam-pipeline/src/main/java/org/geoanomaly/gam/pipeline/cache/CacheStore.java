package org.geoanomaly.gam.pipeline.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.error.CacheException;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.store.FileLease;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.geoanomaly.gam.pipeline.store.WriteFailure;

/** The cache's directory: files {@code raw/KEY.h5} and the list {@code cache.db}, which is made anew from the files if it is lost. */
final class CacheStore {
    static final String STAGE = "cache";
    private static final Pattern FILE = Pattern.compile("[0-9a-f]{64}\\.h5");
    private static final int REBUILD_WAIT_MILLIS = 60_000;
    private static final int POLL_MILLIS = 50;

    private final Path database;
    private final Path raw;
    private final ProgressListener progress;

    CacheStore(Path cacheDir, ProgressListener progress) {
        this.database = cacheDir.resolve("cache.db");
        this.raw = cacheDir.resolve("raw");
        this.progress = progress;
    }

    Path file(String key) {
        return raw.resolve(key + ".h5");
    }

    Path directory() {
        return raw;
    }

    /** Whether anything was ever stored. */
    boolean exists() {
        return Files.exists(database) || !files().isEmpty();
    }

    /** Every file that has the name of an entry, in order. */
    List<Path> files() {
        if (!Files.isDirectory(raw)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(raw)) {
            return all.filter(f -> FILE.matcher(f.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CacheException("cannot read " + raw + ": " + e.getMessage(), null, e);
        }
    }

    /** The list of entries, made or mended if need be. */
    CacheIndex index() {
        try {
            Files.createDirectories(raw);
        } catch (IOException e) {
            throw WriteFailure.of(raw, e);
        }
        if (!lost()) {
            try {
                Optional<CacheIndex> ready = CacheIndex.ready(database);
                if (ready.isPresent()) {
                    return ready.get();
                }
            } catch (CacheIndex.DamagedException e) {
                progress.info(STAGE, database + " is damaged: " + e.getMessage());
            }
        }
        return alone();
    }

    private boolean lost() {
        try {
            return !Files.exists(database) || Files.size(database) == 0;
        } catch (IOException e) {
            throw new CacheException("cannot read " + database + ": " + e.getMessage(), null, e);
        }
    }

    /** Makes or mends the list while no other process does. */
    private CacheIndex alone() {
        FileLease lease = null;
        try {
            lease = lease();
            return made();
        } catch (IOException e) {
            throw WriteFailure.of(database, e);
        } finally {
            if (lease != null) {
                lease.close();
            }
        }
    }

    private CacheIndex made() throws IOException {
        if (lost()) {
            return files().isEmpty() ? fresh() : rebuild("it is missing");
        }
        try {
            return CacheIndex.open(database);
        } catch (CacheIndex.DamagedException e) {
            return rebuild("it is damaged (" + e.getMessage() + ")");
        }
    }

    private CacheIndex fresh() {
        try {
            return CacheIndex.open(database);
        } catch (CacheIndex.DamagedException e) {
            throw new CacheException("cannot make " + database + ": " + e.getMessage(), null, e);
        }
    }

    private CacheIndex rebuild(String loss) throws IOException {
        for (String suffix : List.of("", "-journal", "-wal", "-shm")) {
            Files.deleteIfExists(database.resolveSibling(database.getFileName() + suffix));
        }
        CacheIndex index = fresh();
        int kept = 0;
        for (Path file : files()) {
            Optional<CacheEntry> entry = described(file);
            entry.ifPresent(e -> index.locked(rows -> rows.put(e)));
            kept += entry.isPresent() ? 1 : 0;
        }
        progress.warn(STAGE, database + " was made anew from " + kept + " files in " + raw + ": " + loss);
        return index;
    }

    private FileLease lease() throws IOException {
        Path lock = database.resolveSibling("cache.lock");
        long end = System.nanoTime() + REBUILD_WAIT_MILLIS * 1_000_000L;
        for (Optional<FileLease> lease = FileLease.tryAcquire(lock); ; lease = FileLease.tryAcquire(lock)) {
            if (lease.isPresent()) {
                return lease.get();
            }
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new CacheException("another run is making " + database + " anew", "try again in a minute", null);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An entry as its own file describes it; a file that cannot be read is removed. */
    private Optional<CacheEntry> described(Path file) throws IOException {
        try {
            HdfArrays arrays = HdfArrays.read(file);
            RawDataCodec.decode(file, arrays);
            String name = file.getFileName().toString();
            Instant created = Instant.parse(text(file, arrays, "created"));
            return Optional.of(new CacheEntry(
                    name.substring(0, name.indexOf('.')),
                    text(file, arrays, "modality"),
                    BoundingBox.parse(text(file, arrays, "area")),
                    text(file, arrays, "sources"),
                    created,
                    created,
                    Files.size(file),
                    Sha256.ofFile(file),
                    arrays.attribute("expires").map(Instant::parse).orElse(null)));
        } catch (GamException | DateTimeException e) {
            progress.warn(STAGE, "removed from the cache: " + e.getMessage());
            Files.deleteIfExists(file);
            return Optional.empty();
        }
    }

    private static String text(Path file, HdfArrays arrays, String name) {
        return arrays.attribute(name).orElseThrow(() -> new DataFormatException(file, "has no attribute " + name));
    }

    /** Puts what the attributes of an entry's file say; {@link #described} reads it back. */
    static void describe(HdfArrays.Builder file, CacheEntry entry) {
        BoundingBox a = entry.area();
        file.attribute("modality", entry.modality())
                .attribute("area", a.south() + "," + a.north() + "," + a.west() + "," + a.east())
                .attribute("sources", entry.sources())
                .attribute("created", RunClock.iso(entry.created()));
        if (entry.expires() != null) {
            file.attribute("expires", RunClock.iso(entry.expires()));
        }
    }

    /** Why an entry's file is not what was stored, or empty if it is. */
    Optional<String> damage(CacheEntry entry) {
        Path file = file(entry.key());
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.of(file + " is missing");
            }
            long size = Files.size(file);
            if (size != entry.size()) {
                return Optional.of(file + " has " + size + " bytes instead of " + entry.size());
            }
            return Sha256.ofFile(file).equals(entry.sha256())
                    ? Optional.empty()
                    : Optional.of(file + " is not what was stored: its checksum differs");
        } catch (IOException e) {
            return Optional.of(file + " cannot be read: " + e.getMessage());
        }
    }

    /** Removes an entry and its file if it is still the one that was seen; another run may have replaced it. */
    void drop(CacheIndex index, CacheEntry seen) {
        index.locked(rows -> {
            Optional<CacheEntry> now = rows.find(seen.key());
            if (now.isPresent() && now.get().sha256().equals(seen.sha256())) {
                rows.remove(seen.key());
                remove(file(seen.key()));
            }
            return now;
        });
    }

    /** Removes a file; how many bytes that frees. */
    static long remove(Path file) {
        try {
            long size = Files.isRegularFile(file) ? Files.size(file) : 0;
            Files.deleteIfExists(file);
            return size;
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    /** Files that the list does not know. */
    List<Path> strays(List<CacheEntry> entries) {
        List<Path> strays = new ArrayList<>(files());
        entries.forEach(e -> strays.remove(file(e.key())));
        return strays;
    }
}
