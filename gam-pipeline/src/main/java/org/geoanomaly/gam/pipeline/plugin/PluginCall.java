package org.geoanomaly.gam.pipeline.plugin;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.error.PluginException;
import org.jspecify.annotations.Nullable;

/**
 * Calls of one plugin. What it throws on purpose passes; everything else becomes a {@link PluginException} that names the plugin and the
 * method, so that it costs its modality and not the run. Lack of memory passes too: it is the program's own.
 */
final class PluginCall {
    private final String who;
    private final ClassLoader loader;

    /**
     * Calls of a plugin.
     *
     * @param who such as {@code inverter 'muon' of muon.jar}
     */
    PluginCall(String who, ClassLoader loader) {
        this.who = who;
        this.loader = loader;
    }

    String who() {
        return who;
    }

    /**
     * A call.
     *
     * @param <T> its answer
     * @param <E> what it may throw besides
     */
    @FunctionalInterface
    interface Body<T extends @Nullable Object, E extends Exception> {
        T run() throws E, InterruptedException, IOException;
    }

    /** An answer that must be there. */
    <T, E extends Exception> T to(String method, Body<@Nullable T, E> body)
            throws E, InterruptedException, IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            T answer = body.run();
            if (answer == null) {
                throw wrong(method, "gave null");
            }
            return answer;
        } catch (GamException | CancellationException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            throw new PluginException(
                    "the " + who + " failed in " + method + "(): " + words(e),
                    e instanceof LinkageError
                            ? "its jar does not fit this program or lacks a library; install another version of it"
                            : "tell its author; -v shows where",
                    e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The same for a method that does not wait and reads no file. */
    <T> T quick(String method, Body<@Nullable T, RuntimeException> body) {
        try {
            return to(method, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped");
        } catch (IOException e) {
            throw wrong(method, "failed: " + e.getMessage());
        }
    }

    /** The same for a method that reads no file. */
    <T> T waiting(String method, Body<@Nullable T, RuntimeException> body) throws InterruptedException {
        try {
            return to(method, body);
        } catch (IOException e) {
            throw wrong(method, "failed: " + e.getMessage());
        }
    }

    /** An answer that breaks the contract. */
    PluginException wrong(String method, String what) {
        return new PluginException(
                "the " + who + " broke its contract: " + method + "() " + what, "tell its author", null);
    }

    /** What was thrown, in words. */
    static String words(@Nullable Throwable t) {
        if (t instanceof NoClassDefFoundError e) {
            return "the class " + String.valueOf(e.getMessage()).replace('/', '.') + " is missing";
        }
        if (t instanceof AbstractMethodError || t instanceof NoSuchMethodError) {
            return "it was compiled against other plugin interfaces: " + t.getMessage();
        }
        if (t instanceof StackOverflowError) {
            return "endless recursion (StackOverflowError)";
        }
        if (t == null) {
            return "unknown";
        }
        return t.getClass().getSimpleName() + (t.getMessage() == null ? "" : ": " + t.getMessage());
    }
}
