package org.geoanomaly.gam.formats.pmtiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/**
 * Made-up tiles whose content follows from the id: a long run of equal tiles ("ocean"), equal contents far apart, gaps, and everything else
 * unique and irregular in length so that directories do not compress into the root.
 */
final class SampleArchive {
    static final String METADATA =
            "{\"name\":\"sample\",\"note\":\"brackets } ] in \\\"strings\\\" are no structure\"}";
    static final ArchiveProfile PROFILE = new ArchiveProfile(
            TileType.PNG, Compression.NONE, Position.ofDegrees(-180, -85), Position.ofDegrees(180, 85), 2);
    /** All of zooms 0 to 7 and some of zoom 8. */
    static final long FULL = TileCoordinate.firstId(8) + 500;

    private SampleArchive() {}

    static Optional<byte[]> content(long id) {
        if (id % 1000 == 77) {
            return Optional.empty();
        }
        long seed = id >= 9000 && id < 9700 ? -1 : id % 500 == 13 ? -2 : id;
        Random random = new Random(seed * 31 + 7);
        byte[] content = new byte[20 + random.nextInt(400)];
        random.nextBytes(content);
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G'};
        System.arraycopy(signature, 0, content, 0, 4);
        return Optional.of(content);
    }

    static PmtilesHeader write(Path path, long tiles) throws IOException {
        try (PmtilesWriter writer = PmtilesWriter.create(path, PROFILE)) {
            for (long id = 0; id < tiles; id++) {
                Optional<byte[]> content = content(id);
                if (content.isPresent()) {
                    writer.write(TileCoordinate.ofId(id), content.get());
                }
            }
            return writer.finish(METADATA);
        }
    }

    static boolean matches(long id, Optional<byte[]> read) {
        Optional<byte[]> expected = content(id);
        return expected.isPresent() == read.isPresent()
                && (expected.isEmpty() || Arrays.equals(expected.get(), read.get()));
    }
}
