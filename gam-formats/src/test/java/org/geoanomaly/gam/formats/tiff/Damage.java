package org.geoanomaly.gam.formats.tiff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.unit.Unit;

/** Damages files and reads them. */
public final class Damage {
    private static final int HEADER = 2048;

    private Damage() {}

    /** Overwrites bytes of the header {@code times} times; anything but success or a {@link DataFormatException} is thrown on. */
    public static void requireCleanFailures(Path scratch, byte[] whole, int times, long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            byte[] damaged = whole.clone();
            int changes = 1 + random.nextInt(4);
            for (int k = 0; k < changes; k++) {
                int at = random.nextInt(Math.min(damaged.length, HEADER));
                damaged[at] = switch (random.nextInt(4)) {
                    case 0 -> (byte) 0xFF;
                    case 1 -> 0;
                    case 2 -> (byte) (damaged[at] ^ 1 << random.nextInt(8));
                    default -> (byte) random.nextInt(256);
                };
            }
            if (random.nextInt(8) == 0) {
                damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
            }
            Files.write(scratch, damaged);
            try {
                readAll(scratch);
            } catch (RuntimeException | IOException | Error e) {
                if (!(e instanceof DataFormatException)) {
                    throw new AssertionError("damage " + i + " of seed " + seed, e);
                }
            }
        }
    }

    /** Reads every band of every level. */
    public static void readAll(Path file) throws IOException {
        try (GeoTiff tiff = GeoTiff.open(file)) {
            for (int level = 0; level <= tiff.header().overviews().size(); level++) {
                for (int band = 0; band < Math.min(3, tiff.header().layout().bands()); band++) {
                    tiff.read(ReadRequest.of(Unit.METRE).withLevel(level).withBand(band));
                }
            }
        }
    }
}
