package org.geoanomaly.gam.pipeline.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.config.NearestName;
import org.geoanomaly.gam.pipeline.config.PluginKind;
import org.geoanomaly.gam.pipeline.config.Priors;
import org.geoanomaly.gam.pipeline.config.Vocabulary;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.PluginException;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.DataSource;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.ModelFusion;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.Preprocessor;
import org.geoanomaly.gam.pipeline.spi.TileExecutor;
import org.geoanomaly.gam.pipeline.spi.Visualizer;

/** All plugins, the program's and those of jars, by kind and in the order of their ids, and why others are not there. Immutable. */
public final class Plugins {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<LoadedPlugin> all;
    private final List<PluginProblem> problems;

    private Plugins(List<LoadedPlugin> all, List<PluginProblem> problems) {
        this.all = all.stream()
                .sorted(Comparator.comparing(LoadedPlugin::kind)
                        .thenComparing(p -> p.plugin().id()))
                .toList();
        this.problems = List.copyOf(problems);
    }

    /**
     * The plugins that a class loader knows as part of the program.
     *
     * @throws ConfigurationException if one cannot be loaded, two of a kind share an id, or one was made for other interfaces
     */
    public static Plugins of(ClassLoader program) {
        return new Plugins(BuiltIn.all(program), List.of());
    }

    /**
     * The same and those of jars. What is wrong with a jar is a problem, not an end.
     *
     * @param home directories of jars that need not exist
     * @param path jars, and directories of jars
     */
    public static Plugins load(ClassLoader program, List<Path> home, List<Path> path) {
        return load(program, home, path, PATIENCE);
    }

    static Plugins load(ClassLoader program, List<Path> home, List<Path> path, Duration patience) {
        List<PluginProblem> problems = new ArrayList<>();
        List<LoadedPlugin> strangers = new ArrayList<>();
        for (Path jar : new PluginPath(problems).jars(home, path)) {
            strangers.addAll(new PluginJar(jar, program, patience, problems).load());
        }
        List<LoadedPlugin> all = new ArrayList<>(BuiltIn.all(program));
        all.addAll(UniqueIds.among(all, strangers, problems));
        return new Plugins(all, problems);
    }

    /** Everything that can be used. */
    public List<LoadedPlugin> all() {
        return all;
    }

    /** Why the rest cannot. */
    public List<PluginProblem> problems() {
        return problems;
    }

    /** What they add to the words of a configuration. */
    public Vocabulary vocabulary() {
        Map<String, Priors.Prior> priors = new LinkedHashMap<>();
        Map<PluginKind, Map<String, Record>> options = new LinkedHashMap<>();
        for (LoadedPlugin p : all) {
            options.computeIfAbsent(p.kind(), k -> new LinkedHashMap<>())
                    .put(p.plugin().id(), p.plugin().options());
            if (p.plugin() instanceof Inverter inverter) {
                for (String modality : inverter.modalities()) {
                    priors.putIfAbsent(modality, inverter.describe(modality).prior());
                }
            }
        }
        return new Vocabulary(
                priors, options, problems.stream().map(PluginProblem::line).toList());
    }

    /** Where a plugin came from. */
    public PluginOrigin origin(Plugin plugin) {
        return all.stream()
                .filter(p -> p.plugin() == plugin)
                .map(LoadedPlugin::origin)
                .findFirst()
                .orElseGet(() -> PluginOrigin.builtIn(""));
    }

    /** What tells the work of a plugin from that of another, or of another version of it: its id, and the hash of its jar. */
    public String identity(Plugin plugin) {
        PluginOrigin origin = origin(plugin);
        return origin.isBuiltIn() ? plugin.id() : plugin.id() + "@" + origin.sha256();
    }

    /**
     * The source that answers a request: the one that the configuration names by its id, else the first by id.
     *
     * @throws ConfigurationException if none does
     * @throws PluginException if none does, and a plugin that might could not be loaded
     */
    public DataSource source(DataRequest request) {
        List<DataSource> able =
                all(DataSource.class).stream().filter(s -> s.serves(request)).toList();
        return able.stream()
                .filter(s -> request.names(s.id()))
                .findFirst()
                .or(() -> able.stream().findFirst())
                .orElseThrow(() -> absent(
                        "no data source can serve data.sources." + request.modality() + ": " + request.source(),
                        "'gam sources list' shows the catalogue and the plugins"));
    }

    /**
     * The preprocessor of a modality: the one of the configured id if it can work on it, else the only one that can.
     *
     * @throws ConfigurationException if there is none, or several
     * @throws PluginException if there is none, and a plugin that might be could not be loaded
     */
    public Preprocessor preprocessor(String modality, String id) {
        return choose("preprocessing.preprocessor", Preprocessor.class, modality, id, Preprocessor::modalities);
    }

    /**
     * The inverter of a modality: the one of the configured id if it can work on it, else the only one that can.
     *
     * @throws ConfigurationException if there is none, or several
     * @throws PluginException if there is none, and a plugin that might be could not be loaded
     */
    public Inverter inverter(String modality, String id) {
        return choose("modeling.inversion_type", Inverter.class, modality, id, Inverter::modalities);
    }

    /** The fusion of this id. */
    public ModelFusion fusion(String id) {
        return named("modeling.fusion", ModelFusion.class, id);
    }

    /** The visualizer of this id. */
    public Visualizer visualizer(String id) {
        return named("visualization.map_type", Visualizer.class, id);
    }

    /** All executors of tiles. */
    public List<TileExecutor> executors() {
        return all(TileExecutor.class);
    }

    private <P extends Plugin> List<P> all(Class<P> kind) {
        return all.stream()
                .map(LoadedPlugin::plugin)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private <P extends Plugin> P named(String key, Class<P> kind, String id) {
        return all(kind).stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow(() -> unknown(key, kind, id));
    }

    private <P extends Plugin> P choose(
            String key, Class<P> kind, String modality, String id, Function<P, Set<String>> modalities) {
        List<P> plugins = all(kind);
        if (plugins.stream().noneMatch(p -> p.id().equals(id))) {
            throw unknown(key, kind, id);
        }
        List<P> able = plugins.stream()
                .filter(p -> modalities.apply(p).contains(modality))
                .toList();
        Optional<P> chosen = able.stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .or(() -> able.size() == 1 ? able.stream().findFirst() : Optional.empty());
        if (chosen.isPresent()) {
            return chosen.get();
        }
        String help = "leave " + modality + " out of data.modalities, or set " + key;
        String message = key + ": '" + id + "' cannot work on " + modality;
        throw able.isEmpty()
                ? absent(message + ", and nothing else can", help)
                : new ConfigurationException(message + "; choose one of " + ids(able), help, null);
    }

    private GamException unknown(String key, Class<? extends Plugin> kind, String id) {
        List<? extends Plugin> plugins = all(kind);
        Set<String> names = new LinkedHashSet<>();
        plugins.forEach(p -> names.add(p.id()));
        String hint = NearestName.of(id, names)
                .map(n -> "; did you mean '" + n + "'?")
                .orElse("");
        return absent(key + ": there is no '" + id + "'" + hint, "known are " + ids(plugins));
    }

    /** A plugin that is needed and not there: the user's mistake, or that of a jar that could not be loaded. */
    private GamException absent(String message, String help) {
        if (problems.isEmpty()) {
            return new ConfigurationException(message, help, null);
        }
        PluginProblem first = problems.get(0);
        String more = problems.stream().map(PluginProblem::line).collect(Collectors.joining("; "));
        return new PluginException(
                message + "; it may be of a plugin that could not be loaded: " + more,
                first.help() + "; " + help,
                null);
    }

    private static String ids(List<? extends Plugin> plugins) {
        return plugins.stream().map(Plugin::id).collect(Collectors.joining(", "));
    }
}
