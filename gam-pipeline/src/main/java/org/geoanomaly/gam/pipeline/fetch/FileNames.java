package org.geoanomaly.gam.pipeline.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Plain file names out of what catalogues and URLs say: nothing that could leave the directory it is resolved against. */
public final class FileNames {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}._+() -]{0,199}");
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private FileNames() {}

    /** Whether the name has no separators, does not start with a dot, and names no device on any system. */
    public static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches()
                && !DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches()
                && !name.endsWith(".")
                && !name.endsWith(" ");
    }

    /** The last, decoded segment of the URL's path, if it is a plain file name. */
    public static Optional<String> fromUrl(URI url) {
        String path = url.getPath();
        if (path == null) {
            return Optional.empty();
        }
        // The raw path splits segments: an encoded slash must not become one.
        String raw = url.getRawPath();
        String last = raw.substring(raw.lastIndexOf('/') + 1);
        String decoded = URI.create("http://x/" + last).getPath().substring(1);
        return isPlain(decoded) ? Optional.of(decoded) : Optional.empty();
    }
}
