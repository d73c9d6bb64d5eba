package org.geoanomaly.gam.pipeline.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.source.CatalogueFile.Entry;

/** The known data sources by id, in the order of their file. Immutable. */
public final class SourceCatalogue {
    private static final String RESOURCE = "data_sources.yaml";
    private static final long MAX_BYTES = 4L << 20;

    private final Map<String, Entry> entries;
    private final Map<String, DataSource> sources;

    private SourceCatalogue(String name, Map<String, Entry> entries) {
        this.entries = entries;
        this.sources = new LinkedHashMap<>();
        entries.forEach((id, entry) -> sources.put(id, CatalogueReader.source(name, entry)));
    }

    /** The catalogue that comes with the program. */
    public static SourceCatalogue builtIn() {
        try (InputStream in = SourceCatalogue.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return merged(RESOURCE, Map.of(), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * This catalogue with a user's file over it: a known id replaces the fields it states, a new id adds a source. A new {@code url}
     * drops the old checksum, size and other addresses.
     *
     * @throws ConfigurationException with file and line if the file is not as it should be
     */
    public SourceCatalogue with(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new ConfigurationException("there is no source catalogue " + file);
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new ConfigurationException(file + " is too large for a source catalogue");
            }
            return merged(file.toString(), entries, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ConfigurationException("cannot read " + file + ": " + e.getMessage(), null, e);
        }
    }

    private static SourceCatalogue merged(String name, Map<String, Entry> base, byte[] yaml) {
        Map<String, Entry> all = new LinkedHashMap<>(base);
        for (Entry entry : CatalogueReader.entries(name, yaml)) {
            all.merge(String.valueOf(entry.id()), entry, Entry::overriddenBy);
        }
        return new SourceCatalogue(name, all);
    }

    /** All sources in order. */
    public List<DataSource> all() {
        return List.copyOf(sources.values());
    }

    /**
     * The source of this id.
     *
     * @throws ConfigurationException if there is none; the message names the nearest
     */
    public DataSource find(String id) {
        DataSource source = sources.get(id);
        if (source == null) {
            throw new ConfigurationException(
                    "there is no data source '" + id + "'" + NameHint.of(id, sources.keySet()),
                    "'gam sources list' shows all of them",
                    null);
        }
        return source;
    }
}
