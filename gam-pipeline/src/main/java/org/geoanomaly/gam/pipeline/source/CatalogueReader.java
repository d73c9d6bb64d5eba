package org.geoanomaly.gam.pipeline.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.fetch.Expected;
import org.geoanomaly.gam.pipeline.fetch.FileNames;
import org.geoanomaly.gam.pipeline.source.CatalogueFile.Entry;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** From the YAML of a catalogue to its entries, with errors that name file, line and the nearest key. */
final class CatalogueReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The keys of an entry, as YAML writes them. */
    private static final List<String> KEYS = Stream.of(Entry.class.getRecordComponents())
            .map(c -> c.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
            .toList();
    /** The document, its list, the entry. */
    private static final int ENTRY_DEPTH = 3;

    private CatalogueReader() {}

    /** The raw entries, each with an id; {@code name} is the file as messages call it. */
    static List<Entry> entries(String name, byte[] yaml) {
        CatalogueFile file;
        try {
            checkKeys(name, yaml);
            file = MAPPER.readValue(yaml, CatalogueFile.class);
        } catch (JacksonException e) {
            String why =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            throw new ConfigurationException(name + line(e) + ": cannot be read: " + why, null, e);
        }
        List<Entry> entries = file == null || file.sources() == null ? List.of() : file.sources();
        checkIds(name, entries);
        return entries;
    }

    // The binding itself would refuse unknown keys too, but it reads ahead and names a later line.
    private static void checkKeys(String name, byte[] yaml) {
        try (JsonParser parser = MAPPER.createParser(yaml)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (token == JsonToken.PROPERTY_NAME && (depth == 1 || depth == ENTRY_DEPTH)) {
                    List<String> known = depth == 1 ? List.of("sources") : KEYS;
                    if (!known.contains(parser.currentName())) {
                        throw new ConfigurationException(name + ":"
                                + parser.currentTokenLocation().getLineNr() + ": unknown key '" + parser.currentName()
                                + "'" + NameHint.of(parser.currentName(), known));
                    }
                }
            }
        }
    }

    private static void checkIds(String name, List<Entry> entries) {
        List<String> seen = new ArrayList<>();
        for (Entry entry : entries) {
            String id = entry == null || entry.id() == null ? "" : entry.id();
            if (!ID.matcher(id).matches()) {
                throw new ConfigurationException(name + ": a source has the id '" + id
                        + "'; an id is lower-case letters, digits, '-', '_' and '.'");
            }
            if (seen.contains(id)) {
                throw new ConfigurationException(name + ": the source '" + id + "' appears twice");
            }
            seen.add(id);
        }
    }

    private static String line(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : ":" + e.getLocation().getLineNr();
    }

    /** A complete source out of a raw entry. */
    static DataSource source(String name, Entry e) {
        String where = name + ": source '" + e.id() + "'";
        try {
            return new DataSource(
                    text(where, "id", e.id()),
                    e.title() == null ? text(where, "id", e.id()) : e.title(),
                    text(where, "modality", e.modality()),
                    publication(where, e),
                    new DataSource.Content(
                            text(where, "quantity", e.quantity()),
                            unit(where, text(where, "unit", e.unit())),
                            e.heightM(),
                            e.variable(),
                            e.resolutionDeg(),
                            e.nodata()),
                    new DataSource.Terms(
                            e.license() == null ? "unknown" : e.license(),
                            e.citation() == null ? "" : e.citation(),
                            choice(where, "authentication", e.authentication(), DataSource.Authentication.NONE),
                            choice(where, "update_policy", e.updatePolicy(), DataSource.UpdatePolicy.FIXED)),
                    e.notes() == null ? "" : e.notes());
        } catch (IllegalArgumentException ex) {
            throw new ConfigurationException(where + ": " + ex.getMessage(), null, ex);
        }
    }

    private static DataSource.Publication publication(String where, Entry e) {
        List<URI> urls = new ArrayList<>();
        if (e.url() != null) {
            urls.add(uri(where, e.url()));
        }
        if (e.alternateUrls() != null) {
            e.alternateUrls().forEach(u -> urls.add(uri(where, u)));
        }
        String filename = e.filename() != null || urls.isEmpty()
                ? text(where, "filename", e.filename())
                : FileNames.fromUrl(urls.get(0))
                        .orElseThrow(() -> new ConfigurationException(
                                where + ": the url ends in no plain file name; add 'filename'"));
        Expected expected = new Expected(
                e.sha256() == null ? null : e.sha256().toLowerCase(Locale.ROOT),
                e.alsoAccept() == null ? List.of() : e.alsoAccept(),
                e.size() == null ? -1 : e.size());
        return new DataSource.Publication(urls, filename, text(where, "format", e.format()), expected, e.member());
    }

    private static URI uri(String where, String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!List.of("http", "https", "file").contains(scheme)) {
                throw new ConfigurationException(where + ": '" + text + "' is no http, https or file address");
            }
            return uri;
        } catch (URISyntaxException ex) {
            throw new ConfigurationException(where + ": '" + text + "' is not an address", null, ex);
        }
    }

    private static String unit(String where, String symbol) {
        return Unit.parse(symbol)
                .map(Unit::symbol)
                .orElseThrow(() -> new ConfigurationException(where + ": unknown unit '" + symbol + "'"));
    }

    private static String text(String where, String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new ConfigurationException(where + " lacks '" + key + "'");
        }
        return value;
    }

    private static <E extends Enum<E>> E choice(String where, String key, @Nullable String text, E fallback) {
        if (text == null) {
            return fallback;
        }
        List<String> names = new ArrayList<>();
        for (E value : fallback.getDeclaringClass().getEnumConstants()) {
            String id = value.name().toLowerCase(Locale.ROOT);
            if (id.equals(text)) {
                return value;
            }
            names.add(id);
        }
        throw new ConfigurationException(
                where + ": " + key + " is one of " + String.join(", ", names) + ", not '" + text + "'");
    }
}
