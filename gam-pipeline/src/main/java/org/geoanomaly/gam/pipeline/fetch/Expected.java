package org.geoanomaly.gam.pipeline.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What is known beforehand of a file's content.
 *
 * @param sha256 lower-case hexadecimal, or null if the provider's file was never recorded
 * @param alternatives other checksums that are as good, {@code sha256:…} or {@code md5:…}: the same data in another compression
 * @param size bytes, or -1 if unknown
 */
public record Expected(@Nullable String sha256, List<String> alternatives, long size) {
    public static final Expected NOTHING = new Expected(null, List.of(), -1);
    private static final Pattern ALTERNATIVE = Pattern.compile("sha256:[0-9a-f]{64}|md5:[0-9a-f]{32}");

    public Expected {
        if (sha256 != null && !Sha256.isHex(sha256)) {
            throw new IllegalArgumentException("'" + sha256 + "' is not a SHA-256 of 64 lower-case hexadecimal digits");
        }
        for (String alternative : alternatives) {
            if (!ALTERNATIVE.matcher(alternative).matches()) {
                throw new IllegalArgumentException("'" + alternative
                        + "' is not a checksum: write sha256: or md5: and lower-case hexadecimal digits");
            }
        }
        alternatives = List.copyOf(alternatives);
    }

    /** The one size that the file can have, or -1 if several or any are possible. */
    public long onlySize() {
        return alternatives.isEmpty() ? size : -1;
    }

    /** Whether a file of this content is the expected one; true if nothing is known. */
    public boolean matches(Path file, String actualSha256) throws IOException {
        if (sha256 == null || actualSha256.equals(sha256) || alternatives.contains("sha256:" + actualSha256)) {
            return true;
        }
        for (String alternative : alternatives) {
            if (alternative.startsWith("md5:") && alternative.equals("md5:" + Sha256.ofFile(file, "MD5"))) {
                return true;
            }
        }
        return false;
    }
}
