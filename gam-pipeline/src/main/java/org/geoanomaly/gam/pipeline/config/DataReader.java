package org.geoanomaly.gam.pipeline.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Mapping;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Scalar;
import org.jspecify.annotations.Nullable;

/** Reads section {@code data}: the box in either spelling, and sources in either form. */
final class DataReader {
    private static final List<String> MODALITIES = List.of("gravity", "magnetic", "seismic", "insar");
    private static final Set<String> OF_CATALOGUED =
            Set.of("id", "height", "min_degree", "max_degree", "epoch", "stations");
    private static final int MOST_DAYS = 36_500;
    private static final int LARGEST_DEGREE = 10_800;
    private static final Pattern MODALITY = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    private final SectionReader in;
    private final InputPaths paths;
    private final Vocabulary vocabulary;

    private DataReader(SectionReader in, InputPaths paths, Vocabulary vocabulary) {
        this.in = in;
        this.paths = paths;
        this.vocabulary = vocabulary;
    }

    static DataSection read(SectionReader in, InputPaths paths, Vocabulary vocabulary) {
        DataReader reader = new DataReader(in, paths, vocabulary);
        DataSection d = DataSection.DEFAULT;
        BoundingBox bbox = BoundingBoxReader.read(in, "bbox");
        Map<String, SourceSpec> sources = in.section("sources", reader::sources);
        List<Path> mirrors = in.list("mirrors", item -> paths.resolve(in, item, "mirrors"));
        ConfigNode catalogue = in.value("catalogue");
        return new DataSection(
                bbox,
                reader.modalities(sources.keySet()),
                sources,
                in.path("cache_dir", d.cacheDir()),
                mirrors == null ? d.mirrors() : mirrors,
                catalogue == null ? null : paths.resolve(in, catalogue, "catalogue"),
                in.integer("cache_expiry_days", d.cacheExpiryDays(), 0, MOST_DAYS));
    }

    private List<String> modalities(Set<String> configured) {
        Set<String> known = new LinkedHashSet<>(MODALITIES);
        known.addAll(vocabulary.priors().keySet());
        known.addAll(configured);
        known.add("all");
        List<String> found = in.list("modalities", item -> {
            String word = item instanceof Scalar s ? s.text().toLowerCase(Locale.ROOT) : "";
            if (known.contains(word)) {
                return word;
            }
            String help = NearestName.of(word, known)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("a modality of a plugin needs the plugin, and an entry under data.sources");
            in.unknownName(
                    item,
                    "modalities",
                    "unknown modality " + item.found() + "; known: " + String.join(", ", known),
                    help);
            return null;
        });
        if (found == null) {
            return DataSection.DEFAULT.modalities();
        }
        ConfigNode value = in.value("modalities");
        if (found.isEmpty()
                && value instanceof ConfigNode.Sequence s
                && s.items().isEmpty()) {
            in.problem(value, "modalities", "must name at least one modality", null, "'all' takes every one");
        }
        return found.stream().distinct().toList();
    }

    private Map<String, SourceSpec> sources(SectionReader section) {
        Map<String, SourceSpec> sources = new LinkedHashMap<>();
        for (String modality : section.keys()) {
            ConfigNode value = section.value(modality);
            SourceSpec plugged = plugged(section, modality, value);
            if (!MODALITY.matcher(modality).matches()) {
                if (value != null) {
                    String message = "a modality is written in lower-case letters, digits and _";
                    section.problem(value, modality, message, null, null);
                }
            } else if (plugged != null) {
                sources.put(modality, plugged);
            } else if (value instanceof Mapping && modality.equals("insar")) {
                sources.put(modality, section.section(modality, new SceneReader(paths::resolve)::read));
            } else if (value instanceof Mapping) {
                sources.put(modality, section.section(modality, s -> described(modality, s)));
            } else {
                String id = section.text(modality);
                if (id != null) {
                    sources.put(modality, new SourceSpec.Catalogued(id));
                }
            }
        }
        return sources;
    }

    /** The source of a plugin if one has the id that is written, alone or in a mapping with its options. */
    private @Nullable SourceSpec plugged(SectionReader section, String modality, @Nullable ConfigNode value) {
        ConfigNode written = value;
        if (value instanceof Mapping mapping) {
            ConfigNode.Entry entry = mapping.entries().get("id");
            written = entry == null ? null : entry.value();
        }
        if (!(written instanceof Scalar id)) {
            return null;
        }
        Record defaults = vocabulary.find(PluginKind.SOURCE, id.text()).orElse(null);
        if (defaults == null) {
            return null;
        }
        OptionsReader reader = new OptionsReader(paths);
        if (value instanceof Mapping) {
            return section.section(modality, s -> {
                s.value("id");
                return new SourceSpec.Plugged(id.text(), reader.read(s, defaults));
            });
        }
        SectionReader nothing = section.empty(modality);
        return new SourceSpec.Plugged(id.text(), reader.read(nothing, defaults));
    }

    private SourceSpec described(String modality, SectionReader s) {
        if (s.value("provider") != null) {
            return ServiceReader.read(modality, s);
        }
        ConfigNode id = s.value("id");
        if (id != null && !vocabulary.missing().isEmpty() && !OF_CATALOGUED.containsAll(s.keys())) {
            s.keys().forEach(s::value);
            s.unknownName(id, "id", "no source " + id.found() + " takes these keys", null);
            return new SourceSpec.Catalogued("");
        }
        return id == null ? localFile(s) : catalogued(modality, s);
    }

    private static SourceSpec catalogued(String modality, SectionReader s) {
        String id = s.text("id");
        return new SourceSpec.Catalogued(
                id == null ? "" : id,
                s.number("height", Limits.FINITE),
                degree(s, "min_degree"),
                degree(s, "max_degree"),
                s.number("epoch", Limits.FINITE),
                modality.equals("seismic") ? s.text("stations") : null);
    }

    private static @Nullable Integer degree(SectionReader s, String key) {
        return s.value(key) == null ? null : s.integer(key, 0, 0, LARGEST_DEGREE);
    }

    private SourceSpec localFile(SectionReader s) {
        ConfigNode at = s.value("path");
        Path path = at == null ? null : paths.resolve(s, at, "path");
        if (at == null) {
            s.missing("path", "write the path of the file, or the id of a source of the catalogue instead");
        }
        ConfigNode stations = s.value("stations");
        return new SourceSpec.LocalFile(
                path == null ? Path.of("missing") : path,
                lower(s.text("format")),
                s.text("quantity"),
                unit(s),
                s.number("height", Limits.FINITE),
                s.text("variable"),
                s.text("column"),
                s.value("columns") == null ? null : s.section("columns", DataReader::columns),
                s.number("resolution_deg", Limits.upTo(90)),
                s.text("crs"),
                s.number("nodata", Limits.FINITE),
                s.text("licence"),
                s.text("citation"),
                s.text("url"),
                degree(s, "min_degree"),
                degree(s, "max_degree"),
                s.number("epoch", Limits.FINITE),
                stations == null ? null : paths.resolve(s, stations, "stations"));
    }

    private static SourceSpec.Columns columns(SectionReader s) {
        return new SourceSpec.Columns(
                s.text("longitude"), s.text("latitude"), s.text("value"), s.text("height"), s.text("uncertainty"));
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    static @Nullable Unit unit(SectionReader s) {
        String text = s.text("unit");
        ConfigNode at = s.value("unit");
        if (text == null || at == null) {
            return null;
        }
        Optional<Unit> unit = Unit.parse(text);
        if (unit.isEmpty()) {
            String known = Arrays.stream(Unit.values()).map(Unit::symbol).collect(Collectors.joining(", "));
            s.problem(at, "unit", "unknown unit '" + text + "'", null, "one of " + known);
        }
        return unit.orElse(null);
    }
}
