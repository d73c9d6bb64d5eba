package org.geoanomaly.gam.pipeline.read;

import java.io.IOException;
import java.nio.file.Path;

/** Reads grids from files of one format. */
sealed interface FormatReader permits NetcdfFormat, IcgemFormat, Emag2Format, GeoTiffFormat, PointFormat {
    /**
     * Reads one grid.
     *
     * @param file already decompressed
     */
    GridRead read(Path file, GridRequest request) throws IOException;

    /** Adds what the header says. */
    void describe(Path file, FileDescription.Builder description) throws IOException;
}
