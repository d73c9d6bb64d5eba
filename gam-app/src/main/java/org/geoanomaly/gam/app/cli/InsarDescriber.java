package org.geoanomaly.gam.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.pipeline.ingest.insar.InsarDescription;

/** Describes tables of radar interferometry: of EGMS, and of points with a line of sight. */
final class InsarDescriber implements FileDescriber {
    @Override
    public Optional<String> describe(Path file) throws IOException {
        return InsarDescription.of(file).map(description -> {
            List<String> lines = new ArrayList<>();
            lines.add(file + ": " + description.kind());
            description.fields().forEach(f -> lines.add(String.format(Locale.ROOT, "  %-18s %s", f.name(), f.value())));
            description.problems().forEach(problem -> lines.add("  ! " + problem));
            return String.join("\n", lines);
        });
    }
}
