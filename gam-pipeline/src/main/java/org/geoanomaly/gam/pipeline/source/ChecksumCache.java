package org.geoanomaly.gam.pipeline.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * Checksums by path, size and modification time, so that a large input is not read again at every start. Kept in one small file; if that
 * is damaged or cannot be written, checksums are computed anew. Thread-safe within a process; between processes the last writer wins.
 */
final class ChecksumCache {
    private static final long MAX_BYTES = 16L << 20;
    // A file changed within the clock's grain after being read could keep its modification time.
    private static final Duration TOO_FRESH = Duration.ofSeconds(2);

    private final Path store;
    private @Nullable Map<String, Known> known;

    record Known(long size, String modified, String sha256) {}

    ChecksumCache(Path store) {
        this.store = store;
    }

    /** The SHA-256 of a file. */
    synchronized String sha256(Path file) throws IOException {
        Map<String, Known> all = load();
        String key = file.toRealPath().toString();
        long size = Files.size(file);
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        Known entry = all.get(key);
        if (entry != null
                && entry.size == size
                && entry.modified.equals(modified.toString())
                && Sha256.isHex(entry.sha256)) {
            return entry.sha256;
        }
        String sha = Sha256.ofFile(file);
        if (modified.isBefore(Instant.now().minus(TOO_FRESH))) {
            all.put(key, new Known(size, modified.toString(), sha));
            save(all);
        }
        return sha;
    }

    private Map<String, Known> load() {
        if (known == null) {
            known = new TreeMap<>();
            if (Files.isRegularFile(store)) {
                try {
                    Map<String, Known> read = JsonProduct.mapper()
                            .readValue(JsonProduct.read(store, MAX_BYTES), new TypeReference<Map<String, Known>>() {});
                    known.putAll(read);
                } catch (JacksonException | GamException e) {
                    known.clear();
                }
            }
        }
        return known;
    }

    private void save(Map<String, Known> all) {
        try {
            AtomicFile.write(store, JsonProduct.bytes(all));
        } catch (GamException e) {
            // Only a convenience: a read-only cache directory must not stop a run.
            return;
        }
    }
}
