package org.geoanomaly.gam.pipeline.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.geoanomaly.gam.pipeline.config.NearestName;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.DataSource;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.ModelFusion;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.Preprocessor;
import org.geoanomaly.gam.pipeline.spi.Visualizer;

/** All plugins of one class loader, by kind and in the order of their ids. Immutable. */
public final class Plugins {
    private final List<DataSource> sources;
    private final List<Preprocessor> preprocessors;
    private final List<Inverter> inverters;
    private final List<ModelFusion> fusions;
    private final List<Visualizer> visualizers;

    private Plugins(ClassLoader loader) {
        this.sources = all(DataSource.class, loader);
        this.preprocessors = all(Preprocessor.class, loader);
        this.inverters = all(Inverter.class, loader);
        this.fusions = all(ModelFusion.class, loader);
        this.visualizers = all(Visualizer.class, loader);
    }

    /**
     * The plugins that a class loader knows.
     *
     * @throws ConfigurationException if one cannot be loaded, two of a kind share an id, or one was made for other interfaces
     */
    public static Plugins of(ClassLoader loader) {
        return new Plugins(loader);
    }

    private static <P extends Plugin> List<P> all(Class<P> kind, ClassLoader loader) {
        List<P> found = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        try {
            for (P plugin : ServiceLoader.load(kind, loader)) {
                check(kind, plugin, ids);
                found.add(plugin);
            }
        } catch (ServiceConfigurationError e) {
            throw new ConfigurationException(
                    "a " + kind.getSimpleName() + " plugin cannot be loaded: " + e.getMessage(),
                    "remove its jar or mend its META-INF/services entry",
                    e);
        }
        found.sort(Comparator.comparing(Plugin::id));
        return List.copyOf(found);
    }

    private static void check(Class<?> kind, Plugin plugin, Set<String> ids) {
        String who = kind.getSimpleName() + " plugin '" + plugin.id() + "' ("
                + plugin.getClass().getName() + ")";
        if (plugin.spiVersion() != Plugin.VERSION) {
            throw new ConfigurationException(
                    who + " was made for version " + plugin.spiVersion() + " of the plugin interfaces, this is version "
                            + Plugin.VERSION,
                    "install a version of the plugin for this program",
                    null);
        }
        if (!ids.add(plugin.id())) {
            throw new ConfigurationException(who + " has the id of another one", "remove one of the two", null);
        }
    }

    /**
     * The source that answers a request: the one that the configuration names by its id, else the first by id.
     *
     * @throws ConfigurationException if none does
     */
    public DataSource source(DataRequest request) {
        List<DataSource> able = sources.stream().filter(s -> s.serves(request)).toList();
        return able.stream()
                .filter(s -> request.source() instanceof SourceSpec.Catalogued named
                        && named.id().equals(s.id()))
                .findFirst()
                .or(() -> able.stream().findFirst())
                .orElseThrow(() -> new ConfigurationException(
                        "no data source can serve data.sources." + request.modality() + ": " + request.source(),
                        "'gam sources list' shows the catalogue",
                        null));
    }

    /**
     * The preprocessor of a modality: the one of the configured id if it can work on it, else the only one that can.
     *
     * @throws ConfigurationException if there is none, or several
     */
    public Preprocessor preprocessor(String modality, String id) {
        return choose("preprocessing.preprocessor", preprocessors, modality, id, Preprocessor::modalities);
    }

    /**
     * The inverter of a modality: the one of the configured id if it can work on it, else the only one that can.
     *
     * @throws ConfigurationException if there is none, or several
     */
    public Inverter inverter(String modality, String id) {
        return choose("modeling.inversion_type", inverters, modality, id, Inverter::modalities);
    }

    /** The fusion of this id. */
    public ModelFusion fusion(String id) {
        return named("modeling.fusion", fusions, id);
    }

    /** The visualizer of this id. */
    public Visualizer visualizer(String id) {
        return named("visualization.map_type", visualizers, id);
    }

    private static <P extends Plugin> P named(String key, List<P> plugins, String id) {
        return plugins.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow(() -> unknown(key, plugins, id));
    }

    private static <P extends Plugin> P choose(
            String key, List<P> plugins, String modality, String id, Function<P, Set<String>> modalities) {
        if (plugins.stream().noneMatch(p -> p.id().equals(id))) {
            throw unknown(key, plugins, id);
        }
        List<P> able = plugins.stream()
                .filter(p -> modalities.apply(p).contains(modality))
                .toList();
        return able.stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .or(() -> able.size() == 1 ? able.stream().findFirst() : Optional.empty())
                .orElseThrow(() -> new ConfigurationException(
                        key + ": '" + id + "' cannot work on " + modality
                                + (able.isEmpty() ? ", and nothing else can" : "; choose one of " + ids(able)),
                        "leave " + modality + " out of data.modalities, or set " + key,
                        null));
    }

    private static <P extends Plugin> ConfigurationException unknown(String key, List<P> plugins, String id) {
        List<String> names = plugins.stream().map(Plugin::id).toList();
        String hint = NearestName.of(id, names)
                .map(n -> "; did you mean '" + n + "'?")
                .orElse("");
        return new ConfigurationException(key + ": there is no '" + id + "'" + hint, "known are " + ids(plugins), null);
    }

    private static String ids(List<? extends Plugin> plugins) {
        return plugins.stream().map(Plugin::id).collect(Collectors.joining(", "));
    }
}
