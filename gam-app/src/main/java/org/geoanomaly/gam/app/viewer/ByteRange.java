package org.geoanomaly.gam.app.viewer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file to send, both ends included (RFC 9110, section 14).
 *
 * @param first offset of the first byte
 * @param last offset of the last byte; {@code first - 1} for nothing
 */
record ByteRange(long first, long last) {
    private static final Pattern SINGLE = Pattern.compile("bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

    /** What a Range header asks of a file. */
    sealed interface Request {}

    /** No header, several ranges, another unit or a malformed one: send everything, as the RFC allows. */
    record Everything() implements Request {}

    record Part(ByteRange range) implements Request {}

    /** The range begins beyond the end. */
    record Unsatisfiable() implements Request {}

    static Request parse(String header, long size) {
        Matcher match = SINGLE.matcher(header);
        if (!match.matches() || (match.group(1).isEmpty() && match.group(2).isEmpty())) {
            return new Everything();
        }
        if (match.group(1).isEmpty()) {
            long suffix = Math.min(size, Long.parseLong(match.group(2)));
            return suffix == 0 ? new Unsatisfiable() : new Part(new ByteRange(size - suffix, size - 1));
        }
        long first = Long.parseLong(match.group(1));
        long last = match.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(match.group(2));
        if (last < first) {
            return new Everything();
        }
        return first >= size ? new Unsatisfiable() : new Part(new ByteRange(first, Math.min(last, size - 1)));
    }

    static ByteRange whole(long size) {
        return new ByteRange(0, size - 1);
    }

    long length() {
        return last - first + 1;
    }
}
