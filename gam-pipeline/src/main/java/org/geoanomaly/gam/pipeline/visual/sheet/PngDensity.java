package org.geoanomaly.gam.pipeline.visual.sheet;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Tells in a PNG picture how large it is on paper. Source: Portable Network Graphics (PNG) Specification, third edition, 11.3.4.3 pHYs. */
final class PngDensity {
    private static final int AFTER_HEADER = 8 + 12 + 13;
    private static final int PHYS = 0x70485973;
    private static final double METRES_PER_INCH = 0.0254;

    private PngDensity() {}

    /** The picture with a pHYs chunk behind its header. */
    static byte[] add(byte[] png, double dotsPerInch) {
        int perMetre = (int) Math.round(dotsPerInch / METRES_PER_INCH);
        ByteBuffer chunk = ByteBuffer.allocate(21);
        chunk.putInt(9).putInt(PHYS).putInt(perMetre).putInt(perMetre).put((byte) 1);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 13);
        chunk.putInt((int) crc.getValue());
        byte[] out = new byte[png.length + chunk.capacity()];
        System.arraycopy(png, 0, out, 0, AFTER_HEADER);
        System.arraycopy(chunk.array(), 0, out, AFTER_HEADER, chunk.capacity());
        System.arraycopy(png, AFTER_HEADER, out, AFTER_HEADER + chunk.capacity(), png.length - AFTER_HEADER);
        return out;
    }
}
