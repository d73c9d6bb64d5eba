package org.geoanomaly.gam.pipeline.config;

import java.nio.file.Files;
import java.nio.file.Path;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that a configuration names.
 *
 * @param folder of the configuration file, null if there is none
 */
record InputPaths(@Nullable Path folder) {
    /** Beside the configuration file if it lies there, else in the working directory; null after noting that it can be no path. */
    @Nullable
    Path resolve(SectionReader s, ConfigNode value, String key) {
        if (!(value instanceof Scalar scalar) || scalar.text().isBlank()) {
            s.problem(value, key, "expected a path, found " + value.found(), null, null);
            return null;
        }
        Path path = s.path(value, key, scalar.text());
        if (path == null || path.isAbsolute() || folder == null) {
            return path;
        }
        Path beside = folder.resolve(path).normalize();
        return Files.exists(beside) || !Files.exists(path) ? beside : path;
    }
}
