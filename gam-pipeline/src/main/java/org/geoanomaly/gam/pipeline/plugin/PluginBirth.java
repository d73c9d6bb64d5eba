package org.geoanomaly.gam.pipeline.plugin;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.geoanomaly.gam.pipeline.config.Vocabulary;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.jspecify.annotations.Nullable;

/**
 * Makes one plugin: its class is initialised, its constructor called and its identity asked for on a thread of its own, which is given up,
 * and left behind as a daemon, if that takes too long.
 */
final class PluginBirth {
    private final Path jar;
    private final Duration patience;
    private final List<PluginProblem> problems;

    PluginBirth(Path jar, Duration patience, List<PluginProblem> problems) {
        this.jar = jar;
        this.patience = patience;
        this.problems = problems;
    }

    /** What makes a plugin unfit, in words for its author. */
    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;
        private final String help;

        Unfit(String message, String help, @Nullable Throwable cause) {
            super(message, cause);
            this.help = help;
        }
    }

    Optional<LoadedPlugin> of(ServiceKind kind, String name, ClassLoader loader, PluginOrigin origin) {
        FutureTask<LoadedPlugin> task = new FutureTask<>(() -> made(kind, name, loader, origin));
        Thread thread = new Thread(task, "plugin " + name);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return Optional.of(task.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            task.cancel(true);
            return refused(
                    name,
                    "was not ready after " + patience.toMillis() / 1000.0
                            + " s: its constructor or static initialiser hangs",
                    "constructors must not wait for files, networks or threads; do that when first called");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused(name, "was interrupted while it was made", "start again");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return cause instanceof Unfit unfit
                    ? refused(name, String.valueOf(unfit.getMessage()), unfit.help)
                    : refused(name, "failed when it was loaded: " + PluginCall.words(cause), "tell its author");
        }
    }

    private Optional<LoadedPlugin> refused(String name, String message, String help) {
        problems.add(new PluginProblem(jar, name + " " + message, help));
        return Optional.empty();
    }

    private static LoadedPlugin made(ServiceKind kind, String name, ClassLoader loader, PluginOrigin origin)
            throws Unfit {
        Plugin plugin = instance(kind, name, loader);
        int version = asked("spiVersion", plugin::spiVersion);
        if (version != Plugin.VERSION) {
            throw new Unfit(
                    "was made for version " + version + " of the plugin interfaces, this program has version "
                            + Plugin.VERSION,
                    version < Plugin.VERSION
                            ? "install a newer version of the plugin"
                            : "install a newer GAM, or an older version of the plugin",
                    null);
        }
        String id = asked("id", plugin::id);
        if (id == null || !id.matches("[a-z0-9][a-z0-9-]{0,60}")) {
            throw new Unfit(
                    "calls itself '" + id + "', which is no id",
                    "ids are lower-case letters, digits and hyphens",
                    null);
        }
        Record options = asked("options", plugin::options);
        try {
            Vocabulary.check(java.util.Objects.requireNonNull(options, "options() gave null"));
        } catch (RuntimeException e) {
            throw new Unfit("cannot be configured: " + e.getMessage(), "tell its author", e);
        }
        if (plugin instanceof Inverter inverter) {
            for (String modality : asked("modalities", inverter::modalities)) {
                java.util.Objects.requireNonNull(asked("describe", () -> inverter.describe(modality)), "describe");
            }
        }
        String words = kind.kind().word() + " '" + id + "' of " + origin.shortName();
        Plugin guarded = kind.guarded(plugin, new PluginCall(words, loader));
        return new LoadedPlugin(kind.kind(), guarded, name, origin);
    }

    private static Plugin instance(ServiceKind kind, String name, ClassLoader loader) throws Unfit {
        try {
            Class<?> type = Class.forName(name, true, loader);
            if (!kind.type().isAssignableFrom(type)) {
                throw new Unfit(
                        "is no " + kind.type().getSimpleName() + ", though META-INF/services says so",
                        "let it implement " + kind.type().getName() + ", or correct the entry",
                        null);
            }
            return kind.type().cast(type.getConstructor().newInstance());
        } catch (ClassNotFoundException e) {
            boolean own = name.equals(e.getMessage());
            throw new Unfit(
                    own
                            ? "is named under META-INF/services, and is not in the jar"
                            : "needs " + e.getMessage() + ", which is not there",
                    "build the jar again with all its classes",
                    e);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new Unfit(
                    "has no public constructor without parameters, or is not a public class that can be made",
                    "make class and constructor public",
                    e);
        } catch (InvocationTargetException e) {
            throw new Unfit("failed in its constructor: " + PluginCall.words(e.getCause()), help(e.getCause()), e);
        } catch (ExceptionInInitializerError e) {
            throw new Unfit(
                    "failed in its static initialiser: " + PluginCall.words(e.getCause() == null ? e : e.getCause()),
                    "tell its author",
                    e);
        } catch (LinkageError | StackOverflowError e) {
            throw new Unfit(PluginCall.words(e), help(e), e);
        }
    }

    private static String help(@Nullable Throwable t) {
        return t instanceof NoClassDefFoundError
                ? "pack the missing library into the plugin's jar; plugins see the JDK and GAM's interfaces alone"
                : "tell its author";
    }

    private static <T> T asked(String method, Callable<T> question) throws Unfit {
        try {
            return question.call();
        } catch (Exception | LinkageError | StackOverflowError e) {
            throw new Unfit("failed in " + method + "(): " + PluginCall.words(e), help(e), e);
        }
    }
}
