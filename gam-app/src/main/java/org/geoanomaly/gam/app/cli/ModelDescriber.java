package org.geoanomaly.gam.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.pipeline.synth.ModelDescription;
import org.geoanomaly.gam.pipeline.synth.ModelFiles;

/** Describes models of spherical harmonic coefficients, compressed or not. */
final class ModelDescriber implements FileDescriber {
    @Override
    public Optional<String> describe(Path file) {
        if (!ModelFiles.isModel(file)) {
            return Optional.empty();
        }
        ModelDescription description = ModelDescription.of(ModelFiles.read(file));
        List<String> lines = new ArrayList<>();
        lines.add(file + ": " + description.kind());
        description
                .facts()
                .forEach(fact -> lines.add(String.format(Locale.ROOT, "  %-18s %s", fact.name(), fact.value())));
        description.problems().forEach(problem -> lines.add("  ! " + problem));
        return Optional.of(String.join("\n", lines));
    }
}
