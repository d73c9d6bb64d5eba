package org.geoanomaly.gam.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.formats.pmtiles.PmtilesCheck;
import org.geoanomaly.gam.formats.pmtiles.PmtilesHeader;
import org.geoanomaly.gam.formats.pmtiles.PmtilesReader;
import org.geoanomaly.gam.formats.pmtiles.PmtilesVerifier;

/** Describes PMTiles archives, and says which rules of the format they break. */
final class PmtilesDescriber implements FileDescriber {
    @Override
    public Optional<String> describe(Path file) throws IOException {
        if (!FileMagic.startsWith(file, "PMTiles")) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        try (PmtilesReader reader = PmtilesReader.open(file)) {
            PmtilesHeader h = reader.header();
            lines.add(String.format(
                    Locale.ROOT,
                    "%s: PMTiles 3, %s, zoom %d to %d, %,d bytes",
                    file,
                    h.tileType(),
                    h.minZoom(),
                    h.maxZoom(),
                    reader.fileSize()));
            lines.add(String.format(
                    Locale.ROOT,
                    "  bounds       south %.6f  north %.6f  west %.6f  east %.6f",
                    h.minPosition().latitude(),
                    h.maxPosition().latitude(),
                    h.minPosition().longitude(),
                    h.maxPosition().longitude()));
            lines.add(String.format(
                    Locale.ROOT,
                    "  tiles        %,d addressed, %,d entries, %,d contents%s",
                    h.counts().addressed(),
                    h.counts().entries(),
                    h.counts().contents(),
                    h.clustered() ? ", clustered" : ""));
            lines.add("  metadata     " + reader.metadata());
        }
        for (PmtilesCheck check : PmtilesVerifier.verify(file)) {
            check.problem().ifPresent(problem -> lines.add("  ! " + check.rule() + ": " + problem));
        }
        return Optional.of(String.join("\n", lines));
    }
}
