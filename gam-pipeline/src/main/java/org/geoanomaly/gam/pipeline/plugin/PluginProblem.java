package org.geoanomaly.gam.pipeline.plugin;

import java.nio.file.Path;

/**
 * Why something on the plugin path is not there.
 *
 * @param jar or directory
 * @param message which class, and what is wrong: one sentence without a full stop, to follow the name of the jar
 * @param help what to do
 */
public record PluginProblem(Path jar, String message, String help) {
    /** In one line. */
    public String line() {
        return jar + ": " + message;
    }
}
