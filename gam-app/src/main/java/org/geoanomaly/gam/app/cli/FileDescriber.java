package org.geoanomaly.gam.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Says what a file is: kind, header, geometry, statistics, problems. */
@FunctionalInterface
interface FileDescriber {
    /**
     * A description as lines of text, or empty if the file is of no kind this describer knows.
     *
     * @throws org.geoanomaly.gam.grid.error.DataFormatException if the file is of a known kind but damaged
     */
    Optional<String> describe(Path file) throws IOException;
}
