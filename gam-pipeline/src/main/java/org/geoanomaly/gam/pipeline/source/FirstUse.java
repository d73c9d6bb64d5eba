package org.geoanomaly.gam.pipeline.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.error.CacheException;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.store.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** The checksums of sources that the catalogue knows none of, as they were at their first use. */
final class FirstUse {
    private static final long MAX_BYTES = 1L << 20;

    private final Path store;

    FirstUse(Path store) {
        this.store = store;
    }

    synchronized Optional<String> of(String id) {
        return Optional.ofNullable(load().get(id)).filter(Sha256::isHex);
    }

    synchronized void record(String id, String sha256) {
        Map<String, String> all = load();
        if (!sha256.equals(all.put(id, sha256))) {
            AtomicFile.write(store, JsonProduct.bytes(all));
        }
    }

    Path store() {
        return store;
    }

    private Map<String, String> load() {
        Map<String, String> all = new TreeMap<>();
        if (Files.isRegularFile(store)) {
            try {
                Map<String, String> read = JsonProduct.mapper()
                        .readValue(JsonProduct.read(store, MAX_BYTES), new TypeReference<Map<String, String>>() {});
                all.putAll(read);
            } catch (JacksonException | GamException e) {
                throw new CacheException(
                        store + " is damaged", "remove it to trust the next download of each source anew", e);
            }
        }
        return all;
    }
}
