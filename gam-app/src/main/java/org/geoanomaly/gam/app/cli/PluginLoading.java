package org.geoanomaly.gam.app.cli;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.geoanomaly.gam.pipeline.config.ConfigRequest.OptionValue;
import org.geoanomaly.gam.pipeline.plugin.Plugins;

/**
 * Where the program looks for plugins: in the directory {@code plugins} beside its own {@code lib}, then where {@code plugins.path} or
 * {@code --plugin-path} says. Never in the working directory by itself: there, anyone's download would become code that runs.
 */
final class PluginLoading {
    private PluginLoading() {}

    static Plugins load(List<Path> path) {
        return Plugins.load(PluginLoading.class.getClassLoader(), home(), path);
    }

    /** The option as a value of the configuration. */
    static OptionValue option(String path) {
        String list = Arrays.stream(path.split(Pattern.quote(File.pathSeparator), -1))
                .filter(p -> !p.isBlank())
                .map(p -> "'" + Path.of(p).toAbsolutePath().toString().replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "[", "]"));
        return new OptionValue("--plugin-path", "plugins.path", list);
    }

    /** {@code plugins} beside {@code lib} of a distribution, and at the top of a source tree; nothing while classes are not in jars. */
    static List<Path> home() {
        try {
            CodeSource code = PluginLoading.class.getProtectionDomain().getCodeSource();
            Path jar = code == null ? null : Path.of(code.getLocation().toURI());
            Path lib = jar == null ? null : jar.getParent();
            Path home = lib == null ? null : lib.getParent();
            if (home == null || jar == null || !Files.isRegularFile(jar)) {
                return List.of();
            }
            Path tree = home.resolve("../../..").normalize();
            return Files.isRegularFile(tree.resolve("pom.xml")) && Files.isDirectory(tree.resolve("gam-app"))
                    ? List.of(tree.resolve("plugins"))
                    : List.of(home.resolve("plugins"));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return List.of();
        }
    }
}
