package org.geoanomaly.gam.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.geoanomaly.gam.pipeline.read.SeismicFile;

/** Describes files of earthquakes, stations, shots and waveforms. */
final class SeismicDescriber implements FileDescriber {
    @Override
    public Optional<String> describe(Path file) {
        return SeismicFile.describe(file).map(d -> GridDescriber.text(file, d));
    }
}
