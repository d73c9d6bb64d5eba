package org.geoanomaly.gam.pipeline.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.geoanomaly.gam.pipeline.config.CoreSection;
import org.geoanomaly.gam.pipeline.config.NearestName;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.EngineUnavailableException;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.TileExecutor;
import org.geoanomaly.gam.pipeline.spi.TileResources;
import org.geoanomaly.gam.pipeline.spi.TileSession;

/** All executors of one class loader. Immutable. */
public final class TileExecutors {
    private static final String SPARK = "spark";

    private final List<TileExecutor> executors;

    /** Executors in the order of their ids. */
    public TileExecutors(List<TileExecutor> executors) {
        this.executors = executors.stream()
                .sorted(Comparator.comparing(TileExecutor::id))
                .toList();
    }

    /**
     * The executors that a class loader knows.
     *
     * @throws ConfigurationException if one cannot be loaded, two share an id, or one was made for other interfaces
     */
    public static TileExecutors of(ClassLoader loader) {
        List<TileExecutor> found = new ArrayList<>();
        try {
            for (TileExecutor executor : ServiceLoader.load(TileExecutor.class, loader)) {
                if (executor.spiVersion() != Plugin.VERSION) {
                    throw new ConfigurationException(
                            "the engine '" + executor.id() + "' was made for version " + executor.spiVersion()
                                    + " of the plugin interfaces, this is version " + Plugin.VERSION,
                            "install a version of it for this program",
                            null);
                }
                if (found.stream().anyMatch(e -> e.id().equals(executor.id()))) {
                    throw new ConfigurationException(
                            "there are two engines '" + executor.id() + "'", "remove one of the two", null);
                }
                found.add(executor);
            }
        } catch (ServiceConfigurationError e) {
            throw new ConfigurationException(
                    "an engine cannot be loaded: " + e.getMessage(),
                    "remove its jar or mend its META-INF/services entry",
                    e);
        }
        return new TileExecutors(found);
    }

    /**
     * Makes sure that the configured engine is known, before any work.
     *
     * @throws ConfigurationException if it is not, and the configuration does not allow another one
     */
    public void require(CoreSection settings) {
        if (!settings.engineFallback() || isMisspelt(settings.engine())) {
            find(settings.engine());
        }
    }

    /**
     * A session of the configured engine; of the local one, with a warning, if the configured one is not to be had and
     * {@code core.engine_fallback} allows it.
     *
     * @throws EngineUnavailableException if it is not to be had
     */
    public TileSession open(TileResources resources) {
        CoreSection settings = resources.settings();
        require(settings);
        try {
            if (!knows(settings.engine())) {
                throw new EngineUnavailableException("the engine '" + settings.engine() + "' is not here", null, null);
            }
            return find(settings.engine()).open(resources);
        } catch (EngineUnavailableException e) {
            if (!settings.engineFallback()) {
                throw e;
            }
            resources.progress().warn("engine", e.getMessage() + "; going on with the threads of this machine");
            return new LocalTileExecutor().open(resources);
        }
    }

    private boolean knows(String id) {
        return executors.stream().anyMatch(e -> e.id().equals(id));
    }

    private boolean isMisspelt(String id) {
        return !id.equals(SPARK) && !knows(id);
    }

    private TileExecutor find(String id) {
        return executors.stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow(() -> unknown(id));
    }

    private ConfigurationException unknown(String id) {
        List<String> names = executors.stream().map(TileExecutor::id).toList();
        if (id.equals(SPARK)) {
            return new ConfigurationException(
                    "core.engine: spark is not on the class path of this process",
                    "start with ./gam and give --engine spark on the command line, or use spark-submit",
                    null);
        }
        List<String> near = new ArrayList<>(names);
        near.add(SPARK);
        String hint =
                NearestName.of(id, near).map(n -> "; did you mean '" + n + "'?").orElse("");
        return new ConfigurationException(
                "core.engine: there is no '" + id + "'" + hint,
                "known are " + names.stream().collect(Collectors.joining(", ")),
                null);
    }
}
