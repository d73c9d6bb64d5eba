package org.geoanomaly.gam.pipeline.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the jars of a list of jars and directories. */
final class PluginPath {
    private final List<PluginProblem> problems;

    PluginPath(List<PluginProblem> problems) {
        this.problems = problems;
    }

    /**
     * All jars, each once, in the order of their file names whatever directory they lie in: the order in which they are loaded.
     *
     * @param home a directory that need not exist
     */
    List<Path> jars(List<Path> home, List<Path> path) {
        Set<Path> found = new LinkedHashSet<>();
        home.stream().filter(Files::isDirectory).forEach(d -> found.addAll(inside(d)));
        for (Path entry : path) {
            if (Files.isDirectory(entry)) {
                found.addAll(inside(entry));
            } else if (Files.exists(entry)) {
                found.add(entry.toAbsolutePath().normalize());
            } else {
                problems.add(new PluginProblem(
                        entry, "there is no such jar or directory", "check --plugin-path or plugins.path"));
            }
        }
        return found.stream()
                .sorted(Comparator.comparing((Path p) -> String.valueOf(p.getFileName()))
                        .thenComparing(Path::toString))
                .toList();
    }

    private List<Path> inside(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> jars = new ArrayList<>();
            files.filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .forEach(f -> jars.add(f.toAbsolutePath().normalize()));
            return jars;
        } catch (IOException e) {
            problems.add(new PluginProblem(directory, "cannot be read: " + e.getMessage(), "check its permissions"));
            return List.of();
        }
    }
}
