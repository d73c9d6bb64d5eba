package org.geoanomaly.gam.pipeline.config;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Entry;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Kind;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Mapping;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Scalar;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Sequence;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.PluginException;
import org.geoanomaly.gam.pipeline.error.SourceExcerpt;
import org.jspecify.annotations.Nullable;

/** Layers, checks and binds a configuration. */
public final class ConfigLoader {
    private static final String PREFIX = "GAM_";
    private static final String DATA_DIR = "GAM_DATA_DIR";
    private static final Origin DEFAULT = new Origin.Default();

    private ConfigLoader() {}

    /**
     * Loads a configuration.
     *
     * @throws ConfigurationException that shows everything wrong with it and where
     */
    public static LoadedConfig load(ConfigRequest request) {
        return load(request, path -> Vocabulary.EMPTY);
    }

    /**
     * Loads a configuration with the words of plugins in it.
     *
     * @param plugins answers {@code plugins.path} with what the plugins there, and all others, add
     * @throws ConfigurationException that shows everything wrong with it and where
     * @throws PluginException if all that is wrong are names that plugins which could not be loaded may have brought
     */
    public static LoadedConfig load(ConfigRequest request, Function<List<Path>, Vocabulary> plugins) {
        Mapping tree = Mapping.empty(DEFAULT);
        Path file = request.file();
        if (file != null) {
            tree = tree.overlaidBy(YamlReader.readFile(file));
        }
        for (Map.Entry<String, String> variable : new TreeMap<>(request.environment()).entrySet()) {
            tree = withVariable(tree, variable.getKey(), variable.getValue());
        }
        for (String assignment : request.assignments()) {
            tree = withAssignment(tree, assignment);
        }
        for (ConfigRequest.OptionValue option : request.options()) {
            Origin origin = new Origin.Option(option.option());
            tree = with(tree, option.key(), YamlReader.readValue(option.value(), origin), origin);
        }
        tree = withDataDirectory(tree, request.environment().get(DATA_DIR));
        InputPaths paths = new InputPaths(file == null ? null : file.getParent());
        Vocabulary vocabulary = plugins.apply(PluginsReader.path(tree, paths));
        return new LoadedConfig(bind(tree, paths, vocabulary), file, new Provenance(tree));
    }

    private static GamConfig bind(Mapping tree, InputPaths paths, Vocabulary vocabulary) {
        Problems problems = new Problems();
        SectionReader root = new SectionReader(tree, "", problems);
        GamConfig config = new GamConfig(
                root.section("global", GlobalSection::read),
                root.section("data", s -> DataReader.read(s, paths, vocabulary)),
                root.section("preprocessing", PreprocessingSection::read),
                root.section("modeling", s -> ModelingSection.read(s, vocabulary)),
                root.section("visualization", VisualizationSection::read),
                root.section("core", CoreSection::read),
                root.section("fusion_mvp", FusionMvpSection::read),
                root.section("plugins", new PluginsReader(paths, vocabulary)::read));
        root.finish();
        if (problems.onlyOfMissing() && !vocabulary.missing().isEmpty()) {
            throw missing(problems, vocabulary);
        }
        problems.throwIfAny();
        return config;
    }

    private static PluginException missing(Problems problems, Vocabulary vocabulary) {
        try {
            problems.throwIfAny();
        } catch (ConfigurationException e) {
            SourceExcerpt where = e.where();
            return new PluginException(
                    (where == null ? "" : where.place() + ": ") + e.getMessage()
                            + "; it may be of a plugin that could not be loaded: "
                            + String.join("; ", vocabulary.missing()),
                    e.help(),
                    e);
        }
        throw new IllegalStateException("nothing is wrong");
    }

    private static Mapping withVariable(Mapping tree, String name, String value) {
        if (!name.startsWith(PREFIX) || !name.contains("__") || value.isBlank()) {
            return tree;
        }
        String key = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace("__", ".");
        Origin origin = new Origin.Environment(name);
        return with(tree, key, YamlReader.readValue(value, origin), origin);
    }

    private static Mapping withAssignment(Mapping tree, String assignment) {
        int equals = assignment.indexOf('=');
        if (equals <= 0) {
            throw new ConfigurationException(
                    "--set needs key=value, found '" + assignment + "'",
                    "for example --set core.parallel_workers=2",
                    null);
        }
        Origin origin = new Origin.SetOption(assignment);
        String key = assignment.substring(0, equals).trim();
        return with(tree, key, YamlReader.readValue(assignment.substring(equals + 1), origin), origin);
    }

    private static Mapping with(Mapping tree, String key, ConfigNode value, Origin origin) {
        String[] names = key.split("\\.", -1);
        ConfigNode node = value;
        for (int i = names.length - 1; i >= 0; i--) {
            Map<String, Entry> entries = new LinkedHashMap<>();
            entries.put(names[i], new Entry(origin, node));
            node = new Mapping(entries, origin);
        }
        return tree.overlaidBy((Mapping) node);
    }

    /** {@code GAM_DATA_DIR} is one more mirror, searched after those configured. */
    private static Mapping withDataDirectory(Mapping tree, @Nullable String directories) {
        if (directories == null || directories.isBlank()) {
            return tree;
        }
        Origin origin = new Origin.Environment(DATA_DIR);
        List<ConfigNode> mirrors = new ArrayList<>();
        Origin whole = origin;
        Entry data = tree.entries().get("data");
        Entry configured =
                data != null && data.value() instanceof Mapping m ? m.entries().get("mirrors") : null;
        if (configured != null && configured.value() instanceof Sequence s) {
            mirrors.addAll(s.items());
            whole = s.origin();
        } else if (configured != null && !(configured.value() instanceof Scalar s && s.kind() == Kind.NULL)) {
            mirrors.add(configured.value());
            whole = configured.value().origin();
        }
        for (String directory : directories.split(Pattern.quote(File.pathSeparator), -1)) {
            if (!directory.isBlank()) {
                Path absolute = Path.of(directory).toAbsolutePath().normalize();
                mirrors.add(new Scalar(Kind.TEXT, absolute.toString(), true, origin));
            }
        }
        return with(tree, "data.mirrors", new Sequence(mirrors, whole), origin);
    }
}
