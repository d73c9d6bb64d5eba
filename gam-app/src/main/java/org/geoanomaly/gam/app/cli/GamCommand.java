package org.geoanomaly.gam.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.geoanomaly.gam.app.console.Console;
import org.geoanomaly.gam.app.console.ConsoleProgress;
import org.geoanomaly.gam.app.logging.LogFiles;
import org.geoanomaly.gam.app.logging.LoggedProgress;
import org.geoanomaly.gam.app.logging.RunLog;
import org.geoanomaly.gam.pipeline.config.ConfigLoader;
import org.geoanomaly.gam.pipeline.config.ConfigRequest;
import org.geoanomaly.gam.pipeline.config.ConfigRequest.OptionValue;
import org.geoanomaly.gam.pipeline.config.LoadedConfig;
import org.geoanomaly.gam.pipeline.config.LoggingLevel;
import org.geoanomaly.gam.pipeline.plugin.Plugins;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Base of every command. A command is one class: a {@code @Command} annotation with name, description and a footer of examples, a
 * constructor that takes the {@link Surroundings}, {@link #run}, and a line in {@link Commands}.
 */
public abstract class GamCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private @Nullable ConsoleProgress progress;
    private @Nullable RunLog log;
    private @Nullable Plugins plugins;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    protected GamCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Does the work. Failures that a user can cause are thrown as {@link org.geoanomaly.gam.grid.error.GamException}; the caller shows them
     * and chooses the exit code.
     */
    protected abstract ExitCode run() throws IOException, InterruptedException;

    /** The configuration file that the command takes as a parameter, if it does; otherwise {@code --config} counts. */
    protected @Nullable Path configParameter() {
        return null;
    }

    @Override
    public final Integer call() throws IOException, InterruptedException {
        try {
            return run().code();
        } catch (Throwable t) {
            if (log != null) {
                log.failure(t);
            }
            throw t;
        } finally {
            if (progress != null) {
                progress.close();
            }
            if (log != null) {
                log.close();
            }
        }
    }

    protected final Console console() {
        return surroundings.console();
    }

    /** A line of the result, on standard output. */
    protected final void print(String line) {
        console().out().println(line);
    }

    protected final Map<String, String> environment() {
        return surroundings.environment();
    }

    protected final CommonOptions common() {
        return ((TopCommand) spec.root().userObject()).common();
    }

    /** This command's own specification, for usage errors. */
    protected final CommandSpec spec() {
        return spec;
    }

    /**
     * Loads the configuration: defaults, file, environment, {@code --set}, then the given values of this command's own options.
     *
     * @throws org.geoanomaly.gam.pipeline.error.ConfigurationException that shows everything wrong with it
     */
    protected final LoadedConfig config(OptionValue... options) {
        Path parameter = configParameter();
        Path file = parameter != null ? parameter : common().config();
        ConfigRequest request = new ConfigRequest(file, environment(), common().assignments(), List.of(options));
        String path = common().pluginPath();
        return ConfigLoader.load(path == null ? request : request.with(PluginLoading.option(path)), more -> {
            plugins = PluginLoading.load(more);
            if (warnsOfPlugins()) {
                plugins.problems().forEach(p -> shown().warn("plugins", p.line() + " (" + p.help() + ")"));
            }
            return plugins.vocabulary();
        });
    }

    /** Whether plugins that cannot be loaded are worth a warning; not where the command itself lists them. */
    protected boolean warnsOfPlugins() {
        return true;
    }

    /** The program's plugins and those that the configuration, once loaded, names. */
    protected final Plugins plugins() {
        if (plugins == null) {
            plugins = PluginLoading.load(List.of());
        }
        return plugins;
    }

    /** Progress of this command; shown as the common options ask, and logged if a log is open. */
    protected final ProgressListener progress() {
        return log == null ? shown() : new LoggedProgress(shown());
    }

    private ConsoleProgress shown() {
        if (progress == null) {
            progress = ConsoleProgress.on(console(), common().detail());
        }
        return progress;
    }

    /** Opens the log of this run; it is closed when the command ends. */
    protected final void openLog(Path file, LoggingLevel level) {
        ConsoleProgress lines = shown();
        log = LogFiles.open(file, level, common().verbose() ? lines::line : null);
    }

    /**
     * The user's wish to stop. From the first call on, the first ^C only sets the signal, and the command is to finish what it has in hand
     * and return {@link ExitCode#INTERRUPTED}; the second stops at once.
     *
     * @param farewell what the first ^C says, such as {@code stopping after the tiles in hand}
     */
    protected final StopSignal stopSignal(String farewell) {
        ConsoleProgress lines = shown();
        surroundings.stopSignal().listen(() -> lines.line(farewell + " (^C again stops at once)"));
        return surroundings.stopSignal();
    }
}
