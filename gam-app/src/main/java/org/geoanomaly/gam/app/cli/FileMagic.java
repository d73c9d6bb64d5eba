package org.geoanomaly.gam.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The first bytes of a file. */
final class FileMagic {
    private FileMagic() {}

    /** Whether a file starts with the bytes of one of the given Latin-1 texts. */
    static boolean startsWith(Path file, String... magics) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(16), StandardCharsets.ISO_8859_1);
            return Arrays.stream(magics).anyMatch(start::startsWith);
        }
    }
}
