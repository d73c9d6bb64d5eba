package org.geoanomaly.gam.pipeline.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** Reads grids from files of one format. */
sealed interface FormatReader permits NetcdfFormat, IcgemFormat, Emag2Format, GeoTiffFormat, PointFormat {
    /**
     * Reads one grid.
     *
     * @param file already decompressed
     */
    GridRead read(Path file, GridRequest request) throws IOException;

    /** Opens one grid to be read in bands, while {@code use} lasts. Formats of text are read as a whole, as one band. */
    default <T> T banded(Path file, GridRequest request, Function<BandedRead, T> use) throws IOException {
        return use.apply(OpenGrid.of(read(file, request)));
    }

    /** Adds what the header says. */
    void describe(Path file, FileDescription.Builder description) throws IOException;
}
