package org.geoanomaly.gam.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.pipeline.read.FileDescription;
import org.geoanomaly.gam.pipeline.read.GridFile;

/** Describes every format that grids are read from; it comes last, because it has an answer for any file. */
final class GridDescriber implements FileDescriber {
    @Override
    public Optional<String> describe(Path file) {
        return Optional.of(text(file, GridFile.describe(file)));
    }

    /** A description as lines of text. */
    static String text(Path file, FileDescription description) {
        List<String> lines = new ArrayList<>();
        lines.add(file + ": " + description.format());
        description.fields().forEach(field -> lines.add(line(field)));
        description.grid().forEach(field -> lines.add(line(field)));
        description.problems().forEach(problem -> lines.add("  ! " + problem));
        return String.join("\n", lines);
    }

    private static String line(FileDescription.Field field) {
        return String.format(Locale.ROOT, "  %-18s %s", field.name(), field.value());
    }
}
