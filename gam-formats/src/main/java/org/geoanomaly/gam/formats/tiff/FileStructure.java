package org.geoanomaly.gam.formats.tiff;

import java.nio.ByteOrder;
import java.util.List;

/**
 * Facts about the file as such.
 *
 * @param bigTiff 64-bit offsets
 * @param directoryOffsets of all directories, in the order of their chain
 * @param ghostArea GDAL's structural metadata behind the header, one {@code KEY=VALUE} a line; empty if there are none
 * @param directoriesFirst whether every directory lies before all blocks, full resolution first, and smaller overviews' blocks before
 *     larger ones', as a cloud-optimized file has it
 */
public record FileStructure(
        long size,
        boolean bigTiff,
        ByteOrder byteOrder,
        List<Long> directoryOffsets,
        String ghostArea,
        boolean directoriesFirst) {
    public FileStructure {
        directoryOffsets = List.copyOf(directoryOffsets);
    }
}
