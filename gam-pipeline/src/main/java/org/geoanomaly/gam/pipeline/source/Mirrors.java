package org.geoanomaly.gam.pipeline.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Directories that may already hold a source's file, under its catalogue name, at the top or some folders below. */
public final class Mirrors {
    public static final String VARIABLE = "GAM_DATA_DIR";
    private static final int DEPTH = 4;

    private final List<Path> directories;

    public Mirrors(List<Path> directories) {
        this.directories = List.copyOf(new LinkedHashSet<>(directories));
    }

    /** The directories of {@code GAM_DATA_DIR} (several are separated as in PATH), then those of the configuration. */
    public static Mirrors of(Map<String, String> environment, List<Path> configured) {
        List<Path> all = new ArrayList<>();
        for (String part : environment.getOrDefault(VARIABLE, "").split(java.io.File.pathSeparator, -1)) {
            if (!part.isBlank()) {
                all.add(Path.of(part.trim()));
            }
        }
        all.addAll(configured);
        return new Mirrors(all);
    }

    public List<Path> directories() {
        return directories;
    }

    /** Files of that name, nearest to the top first, then by path; directories that do not exist or cannot be read hold none. */
    List<Path> candidates(String filename) {
        List<Path> found = new ArrayList<>();
        for (Path directory : directories) {
            if (Files.isDirectory(directory)) {
                found.addAll(below(directory, filename));
            }
        }
        return found;
    }

    private static List<Path> below(Path directory, String filename) {
        try (Stream<Path> files = Files.find(
                directory,
                DEPTH,
                (file, attributes) -> file.endsWith(filename) && Files.isRegularFile(file) && Files.isReadable(file))) {
            return files.sorted(Comparator.comparingInt(Path::getNameCount).thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // An unreadable folder holds nothing that we could use.
            return List.of();
        }
    }
}
