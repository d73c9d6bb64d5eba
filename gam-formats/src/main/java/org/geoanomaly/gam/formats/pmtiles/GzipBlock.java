package org.geoanomaly.gam.formats.pmtiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/** One gzip member in memory (RFC 1952), its header without time and system so that equal input gives equal bytes. */
final class GzipBlock {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 255};
    private static final int LEVEL = 9;

    private GzipBlock() {}

    static byte[] compress(byte[] plain) {
        Deflater deflater = new Deflater(LEVEL, true);
        try {
            deflater.setInput(plain);
            deflater.finish();
            // deflate's worst case is stored blocks: 5 bytes for each 16 KiB
            byte[] out = new byte[HEADER.length + plain.length + plain.length / 1000 + 64];
            System.arraycopy(HEADER, 0, out, 0, HEADER.length);
            int size = HEADER.length;
            while (!deflater.finished()) {
                size += deflater.deflate(out, size, out.length - 8 - size);
            }
            CRC32 crc = new CRC32();
            crc.update(plain);
            ByteBuffer.wrap(out)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(size, (int) crc.getValue())
                    .putInt(size + 4, plain.length);
            return Arrays.copyOf(out, size + 8);
        } finally {
            deflater.end();
        }
    }

    /**
     * @param limit most bytes that the result may have
     * @throws IOException if the data is damaged or larger
     */
    static byte[] decompress(byte[] packed, int limit) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 13)) {
            byte[] plain = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw new IOException("it unpacks to more than " + limit + " bytes");
            }
            return plain;
        }
    }
}
