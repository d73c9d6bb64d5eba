package org.geoanomaly.gam.app.viewer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The path of a request as names of folders and a file. A path that could mean another place than it seems to — with {@code ..}, a
 * backslash, a colon, a control character, a hidden name, an encoded slash, broken UTF-8 — is no path at all.
 */
final class UrlPath {
    private UrlPath() {}

    /** The decoded names; the last is empty for a folder. Empty if the path is not acceptable. */
    static Optional<List<String>> names(String rawPath) {
        if (!rawPath.startsWith("/")) {
            return Optional.empty();
        }
        List<Optional<String>> names = Arrays.stream(rawPath.substring(1).split("/", -1))
                .map(UrlPath::decoded)
                .toList();
        for (int i = 0; i < names.size(); i++) {
            boolean folder = i == names.size() - 1
                    && names.get(i).filter(String::isEmpty).isPresent();
            if (!folder && names.get(i).filter(UrlPath::isPlain).isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(names.stream().map(Optional::orElseThrow).toList());
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && !name.startsWith(".")
                && name.chars().allMatch(c -> c >= ' ' && c != 127 && c != '/' && c != '\\' && c != ':');
    }

    private static Optional<String> decoded(String raw) {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                out.put(bytes[i]);
                continue;
            }
            if (i + 2 >= bytes.length) {
                return Optional.empty();
            }
            int high = Character.digit(bytes[i + 1], 16);
            int low = Character.digit(bytes[i + 2], 16);
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            out.put((byte) (high << 4 | low));
            i += 2;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
