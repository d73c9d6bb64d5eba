package org.geoanomaly.gam.formats.tiff;

/**
 * TIFF's LZW (TIFF 6.0, section 13): codes of 9 to 12 bits, most significant bit first, which widen one code early. Holds its tables; not
 * thread-safe.
 */
final class LzwDecoder {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST = 258;
    private static final int MAX_CODES = 4096;

    private final int[] prefix = new int[MAX_CODES];
    private final byte[] suffix = new byte[MAX_CODES];
    private final int[] length = new int[MAX_CODES];

    LzwDecoder() {
        for (int i = 0; i < 256; i++) {
            suffix[i] = (byte) i;
            length[i] = 1;
        }
    }

    /**
     * Decodes until {@code wanted} bytes are there or the stream ends.
     *
     * @return the number of bytes decoded, -1 if the stream is impossible
     */
    int decode(byte[] in, int inLength, byte[] out, int wanted) {
        long bits = 0;
        int bitCount = 0;
        int at = 0;
        int done = 0;
        int width = 9;
        int next = FIRST;
        int previous = -1;
        while (done < wanted) {
            while (bitCount < width && at < inLength) {
                bits = bits << 8 | (in[at++] & 0xFF);
                bitCount += 8;
            }
            if (bitCount < width) {
                return done;
            }
            bitCount -= width;
            int code = (int) (bits >>> bitCount) & ((1 << width) - 1);
            if (code == END) {
                return done;
            }
            if (code == CLEAR) {
                width = 9;
                next = FIRST;
                previous = -1;
                continue;
            }
            if (code > next || (code == next && previous < 0) || (previous < 0 && code >= CLEAR)) {
                return -1;
            }
            done = emit(code, next, previous, out, done, wanted);
            if (previous >= 0 && next < MAX_CODES) {
                next++;
                width = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
            }
            previous = code;
        }
        return done;
    }

    /** Adds the table entry that this code completes, then writes the code's string, cut off at {@code wanted}. */
    private int emit(int code, int next, int previous, byte[] out, int done, int wanted) {
        if (previous >= 0 && next < MAX_CODES) {
            prefix[next] = previous;
            length[next] = length[previous] + 1;
            suffix[next] = firstByte(code == next ? previous : code);
        }
        int end = done + length[code];
        int c = code;
        for (int i = end - 1; i >= done; i--) {
            if (i < wanted) {
                out[i] = suffix[c];
            }
            c = prefix[c];
        }
        return Math.min(end, wanted);
    }

    private byte firstByte(int code) {
        int c = code;
        while (c >= FIRST) {
            c = prefix[c];
        }
        return suffix[c];
    }
}
