package org.geoanomaly.gam.pipeline.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Mapping;
import org.jspecify.annotations.Nullable;

/** Reads section {@code plugins}. */
final class PluginsReader {
    private final InputPaths paths;
    private final Vocabulary vocabulary;

    PluginsReader(InputPaths paths, Vocabulary vocabulary) {
        this.paths = paths;
        this.vocabulary = vocabulary;
    }

    /** The path alone, out of a tree that is not checked yet; what is wrong with it is told when the whole is read. */
    static List<Path> path(Mapping tree, InputPaths paths) {
        SectionReader root = new SectionReader(tree, "", new Problems());
        return root.section("plugins", in -> path(in, paths));
    }

    private static List<Path> path(SectionReader in, InputPaths paths) {
        List<Path> path = in.list("path", item -> paths.resolve(in, item, "path"));
        return path == null ? List.of() : path;
    }

    PluginsSection read(SectionReader in) {
        return new PluginsSection(
                path(in, paths),
                options(in, "preprocessors", PluginKind.PREPROCESSOR),
                options(in, "inverters", PluginKind.INVERTER),
                options(in, "fusions", PluginKind.FUSION),
                options(in, "visualizers", PluginKind.VISUALIZER));
    }

    private Map<String, Record> options(SectionReader in, String key, PluginKind kind) {
        return in.section(key, byId -> {
            Map<String, Record> read = new LinkedHashMap<>();
            vocabulary.of(kind).forEach((id, defaults) -> {
                @Nullable ConfigNode written = byId.value(id);
                boolean any = defaults.getClass().getRecordComponents().length > 0;
                if (any || written != null) {
                    read.put(id, byId.section(id, s -> new OptionsReader(paths).read(s, defaults)));
                }
            });
            byId.unknownMayBePlugins();
            return read;
        });
    }
}
