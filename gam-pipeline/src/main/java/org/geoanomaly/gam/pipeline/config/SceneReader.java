package org.geoanomaly.gam.pipeline.config;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code data.sources.insar}: one scene, or a list of them with what holds for all beside it. */
final class SceneReader {
    private static final List<String> FORMATS = List.of("phase", "hyp3", "opera", "egms", "los");
    private static final List<String> QUANTITIES = List.of("los_displacement", "los_velocity");

    private final Paths paths;

    /** Finds a path that is written in a configuration. */
    @FunctionalInterface
    interface Paths {
        @Nullable
        Object resolve(SectionReader section, ConfigNode value, String key);
    }

    SceneReader(Paths paths) {
        this.paths = paths;
    }

    SourceSpec read(SectionReader s) {
        if (s.value("scenes") == null) {
            if (s.value("id") != null && s.keys().size() == 1) {
                String id = s.text("id");
                return new SourceSpec.Catalogued(id == null ? "" : id);
            }
            return new SourceSpec.Scenes(List.of(scene(s, true)));
        }
        SourceSpec.Scene common = scene(s, false);
        List<SourceSpec.Scene> scenes =
                s.sections("scenes", inner -> scene(inner, true).or(common));
        ConfigNode at = s.value("scenes");
        if (at instanceof ConfigNode.Sequence list && list.items().isEmpty()) {
            s.problem(at, "scenes", "must name at least one scene", null, null);
        }
        return new SourceSpec.Scenes(scenes == null ? List.of() : scenes);
    }

    private SourceSpec.Scene scene(SectionReader s, boolean whole) {
        return new SourceSpec.Scene(
                whole ? product(s) : "",
                word(s, "format", FORMATS),
                file(s, "coherence"),
                file(s, "components"),
                file(s, "mask"),
                file(s, "dem"),
                s.number("incidence", Limits.between(0, 89)),
                file(s, "incidence_file"),
                s.number("heading", Limits.between(-360, 360)),
                file(s, "los_east"),
                file(s, "los_north"),
                file(s, "los_up"),
                file(s, "lv_theta"),
                file(s, "lv_phi"),
                s.number("wavelength", Limits.upTo(10)),
                DataReader.unit(s),
                word(s, "quantity", QUANTITIES),
                word(s, "positive", List.of("toward", "away")),
                s.text("variable"),
                s.number("nodata", Limits.FINITE),
                s.text("licence"),
                s.text("citation"));
    }

    private String product(SectionReader s) {
        if (s.value("path") == null && s.value("id") == null) {
            s.missing("path", "write the path of the product, or id: and its id in the source catalogue");
        }
        if (s.value("path") != null && s.value("id") != null) {
            s.problem(s.value("id"), "id", "stands beside a path: only one of them can be meant", null, null);
        }
        String path = file(s, "path");
        String id = s.text("id");
        return path != null ? path : id == null ? "" : id;
    }

    /** A word without a dot or a slash that is no file beside the configuration is an id of the catalogue. */
    private @Nullable String file(SectionReader s, String key) {
        ConfigNode value = s.value(key);
        if (value == null) {
            return null;
        }
        if (value instanceof ConfigNode.Scalar scalar && scalar.text().matches("[a-z0-9][a-z0-9-]*")) {
            return scalar.text();
        }
        Object path = paths.resolve(s, value, key);
        return path == null ? null : path.toString();
    }

    private static @Nullable String word(SectionReader s, String key, List<String> known) {
        String text = s.text(key);
        if (text == null) {
            return null;
        }
        String word = text.toLowerCase(Locale.ROOT);
        ConfigNode at = s.value(key);
        if (!known.contains(word) && at != null) {
            String help = NearestName.of(word, known)
                    .map(n -> "did you mean '" + n + "'?")
                    .orElse(null);
            s.problem(at, key, "must be one of " + String.join(", ", known) + "; found '" + text + "'", null, help);
        }
        return word;
    }
}
