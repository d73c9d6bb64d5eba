package org.geoanomaly.gam.app.viewer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Text files compressed, kept while there is room: the same few scripts are asked for by every visitor. Thread-safe. */
final class GzipCache {
    /** Smaller ones fit into a packet anyway. */
    static final int SMALLEST = 1024;
    /** Larger ones would keep a visitor waiting, and memory full. */
    static final int LARGEST = 16 << 20;

    private static final int CAPACITY = 32 << 20;

    private final Map<String, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * The compressed content.
     *
     * @param tag of the content; another tag is another content
     */
    byte[] of(Path file, String tag) throws IOException {
        String key = tag + file;
        synchronized (kept) {
            byte[] known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            Files.copy(file, gzip);
        }
        byte[] compressed = out.toByteArray();
        keep(key, compressed);
        return compressed;
    }

    private void keep(String key, byte[] compressed) {
        synchronized (kept) {
            byte[] former = kept.put(key, compressed);
            bytes += compressed.length - (former == null ? 0 : former.length);
            var eldest = kept.entrySet().iterator();
            while (bytes > CAPACITY && eldest.hasNext()) {
                bytes -= eldest.next().getValue().length;
                eldest.remove();
            }
        }
    }
}
