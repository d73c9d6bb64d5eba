package org.geoanomaly.gam.formats.pmtiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.geoanomaly.gam.grid.error.DataFormatException;

/**
 * One archive from several that hold disjoint ranges of tile ids, as the workers of a cluster write them: the byte for byte same archive that
 * {@link PmtilesWriter} makes of all tiles at once, in whatever order the parts are named. Archives merged from parts are parts again, so that
 * a tree of merges ends with the same bytes as one merge.
 *
 * <p>Contents are copied one at a time; what is held is the directory, 24 bytes an entry, and 40 to 80 bytes for each different content.
 */
public final class PmtilesMerge {
    private PmtilesMerge() {}

    /** A part and the ids in it. */
    private record Part(Path path, long first, long last) {}

    /**
     * Merges archives.
     *
     * @param parts at least one; they stay as they are
     * @param profile of the whole
     * @param metadataJson of the whole; that of the parts is left out
     * @throws DataFormatException if a part is damaged, of other tiles than the profile says, or its range of ids overlaps another's
     */
    public static PmtilesHeader merge(List<Path> parts, Path target, ArchiveProfile profile, String metadataJson)
            throws IOException {
        List<Part> ordered = ordered(parts, profile);
        try (PmtilesWriter writer = PmtilesWriter.create(target, profile)) {
            for (Part part : ordered) {
                try (PmtilesReader reader = PmtilesReader.open(part.path())) {
                    reader.forEachEntry(
                            entry -> writer.writeRun(entry.tileId(), entry.runLength(), reader.content(entry)));
                }
            }
            return writer.finish(metadataJson);
        }
    }

    private static List<Part> ordered(List<Path> parts, ArchiveProfile profile) throws IOException {
        List<Part> ordered = new ArrayList<>();
        for (Path path : parts) {
            ordered.add(survey(path, profile));
        }
        ordered.sort(Comparator.comparingLong(Part::first));
        for (int i = 1; i < ordered.size(); i++) {
            Part before = ordered.get(i - 1);
            if (ordered.get(i).first() <= before.last()) {
                throw new DataFormatException(
                        ordered.get(i).path(),
                        "begins with tile " + ordered.get(i).first() + ", but " + before.path() + " reaches to tile "
                                + before.last());
            }
        }
        return ordered;
    }

    private static Part survey(Path path, ArchiveProfile profile) throws IOException {
        try (PmtilesReader reader = PmtilesReader.open(path)) {
            PmtilesHeader h = reader.header();
            if (h.tileType() != profile.tileType() || h.tileCompression() != profile.tileCompression()) {
                throw new DataFormatException(
                        path,
                        "has tiles of " + h.tileType() + " compressed by " + h.tileCompression() + ", not "
                                + profile.tileType() + " by " + profile.tileCompression());
            }
            long[] ends = {-1, -1};
            reader.forEachEntry(entry -> {
                ends[0] = ends[0] < 0 ? entry.tileId() : ends[0];
                ends[1] = entry.tileId() + entry.runLength() - 1;
            });
            if (ends[0] < 0) {
                throw new DataFormatException(path, "has no tile");
            }
            return new Part(path, ends[0], ends[1]);
        }
    }
}
