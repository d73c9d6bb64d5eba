package org.geoanomaly.gam.formats.png;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Text inside a picture file (PNG specification, section 11.3.3, chunk tEXt). */
public final class PngText {
    private static final int TEXT = 0x74455874;
    /** Signature and the IHDR chunk, which is always first and 25 bytes long. */
    private static final int HEAD = 8 + 25;

    private PngText() {}

    /**
     * The same picture with one more text behind its header.
     *
     * @param keyword 1 to 79 characters, such as {@code Comment}
     * @param text Latin-1
     */
    public static byte[] insert(byte[] png, String keyword, String text) {
        if (keyword.isEmpty() || keyword.length() > 79 || png.length < HEAD) {
            throw new IllegalArgumentException("keyword '" + keyword + "' for a picture of " + png.length + " bytes");
        }
        byte[] data = (keyword + '\0' + text).getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer out = ByteBuffer.allocate(png.length + data.length + 12);
        out.put(png, 0, HEAD);
        out.putInt(data.length).putInt(TEXT).put(data);
        CRC32 crc = new CRC32();
        crc.update(out.array(), HEAD + 4, data.length + 4);
        out.putInt((int) crc.getValue());
        out.put(png, HEAD, png.length - HEAD);
        return out.array();
    }
}
