package org.geoanomaly.gam.pipeline.plugin;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a plugin came from.
 *
 * @param jar its file, null if it is part of the program
 * @param version of the jar as its manifest says, or of the program; empty if nobody says
 * @param sha256 of the jar, so that what it made is not taken for the work of another version; empty for the program
 */
public record PluginOrigin(@Nullable Path jar, String version, String sha256) {
    /** Part of the program of this version. */
    public static PluginOrigin builtIn(String version) {
        return new PluginOrigin(null, version, "");
    }

    /** Whether it is part of the program. */
    public boolean isBuiltIn() {
        return jar == null;
    }

    /** {@code built-in}, or the path of the jar. */
    public String where() {
        return jar == null ? "built-in" : jar.toString();
    }

    /** Name of the jar without its folder; {@code the program} for what is part of it. */
    public String shortName() {
        Path name = jar == null ? null : jar.getFileName();
        return name == null ? "the program" : name.toString();
    }
}
