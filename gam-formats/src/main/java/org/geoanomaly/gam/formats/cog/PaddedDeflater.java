package org.geoanomaly.gam.formats.cog;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/**
 * Makes zlib streams (RFC 1950) of data followed by many zero bytes, without compressing the zeros each time: the data are deflated and
 * fully flushed, which ends on a byte boundary and forgets the history, so that a stream prepared once for the zeros can follow. Over n zero
 * bytes Adler-32 keeps its low half a and adds n a to its high half. The result is an ordinary stream. Not thread-safe.
 */
final class PaddedDeflater implements AutoCloseable {
    private static final int ADLER_BASE = 65521;
    private static final int MAX_CACHED_TAILS = 64;

    private final int level;
    private final Deflater deflater;
    private final Adler32 adler = new Adler32();
    private final Map<Integer, byte[]> zeroTails = new HashMap<>();

    PaddedDeflater(int level) {
        this.level = level;
        this.deflater = new Deflater(level, true);
    }

    /** Room that surely holds the stream of this many bytes. */
    static int bound(int length) {
        return length + (length >> 8) + 1024;
    }

    /**
     * Writes the stream of the first {@code length} bytes of {@code data} and {@code zeros} further zero bytes.
     *
     * @return the length of the stream
     */
    int deflate(byte[] data, int length, int zeros, byte[] out, int offset) {
        byte[] tail = zeros == 0 ? new byte[0] : zeroTail(zeros);
        int at = offset;
        out[at++] = 0x78;
        out[at++] = levelByte();
        deflater.reset();
        deflater.setInput(data, 0, length);
        if (zeros == 0) {
            deflater.finish();
            at += deflater.deflate(out, at, out.length - at, Deflater.NO_FLUSH);
        } else {
            at += deflater.deflate(out, at, out.length - at, Deflater.FULL_FLUSH);
            System.arraycopy(tail, 0, out, at, tail.length);
            at += tail.length;
        }
        adler.reset();
        adler.update(data, 0, length);
        long sum = adler.getValue();
        long a = sum & 0xFFFF;
        long b = ((sum >>> 16) + zeros * a) % ADLER_BASE;
        out[at++] = (byte) (b >>> 8);
        out[at++] = (byte) b;
        out[at++] = (byte) (a >>> 8);
        out[at++] = (byte) a;
        return at - offset;
    }

    /** The FLG byte zlib writes for the level: FLEVEL and the check bits that make the header a multiple of 31. */
    private byte levelByte() {
        if (level < 2) {
            return 0x01;
        }
        return level < 6 ? 0x5E : level == 6 ? (byte) 0x9C : (byte) 0xDA;
    }

    private byte[] zeroTail(int zeros) {
        byte[] tail = zeroTails.get(zeros);
        if (tail == null) {
            if (zeroTails.size() == MAX_CACHED_TAILS) {
                zeroTails.clear();
            }
            deflater.reset();
            deflater.setInput(new byte[zeros]);
            deflater.finish();
            byte[] room = new byte[bound(zeros)];
            int length = deflater.deflate(room);
            tail = Arrays.copyOf(room, length);
            zeroTails.put(zeros, tail);
        }
        return tail;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
