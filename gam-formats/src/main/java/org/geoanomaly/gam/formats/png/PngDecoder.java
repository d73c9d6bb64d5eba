package org.geoanomaly.gam.formats.png;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import org.geoanomaly.gam.grid.error.DataFormatException;

/**
 * Decodes 8-bit PNG pictures that are not interlaced, up to {@value #MAX_PIXELS} pixels. Everything that the encoder writes can be read,
 * and all five filters. Checks every checksum. Bytes are taken for hostile: nothing is allocated on the word of a header that the data
 * cannot fill.
 */
public final class PngDecoder {
    static final int MAX_PIXELS = 1 << 26;
    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    /** Deflate cannot shrink more than 1032 to 1, so a header that promises more is a lie. */
    private static final int MAX_RATIO = 1032;

    private final String name;
    private final ByteBuffer in;

    private int width;
    private int height;
    private PngColorType type = PngColorType.GREY;
    private int[] palette = new int[0];
    private final ByteBuffer data;

    private PngDecoder(String name, byte[] bytes) {
        this.name = name;
        this.in = ByteBuffer.wrap(bytes);
        this.data = ByteBuffer.allocate(bytes.length);
    }

    /**
     * Decodes a picture.
     *
     * @param name what the bytes are, for messages
     * @throws DataFormatException if they are not such a picture
     */
    public static PngImage decode(String name, byte[] bytes) {
        return new PngDecoder(name, bytes).decode();
    }

    private PngImage decode() {
        if (in.remaining() < 8 || in.getLong() != SIGNATURE) {
            throw fail("is not a PNG picture");
        }
        boolean first = true;
        String chunk;
        do {
            chunk = chunk(first);
            first = false;
        } while (!chunk.equals("IEND"));
        if (type == PngColorType.PALETTE && palette.length == 0) {
            throw fail("has palette indices but no palette");
        }
        return new PngImage(width, height, type, unfilter(inflate()), palette);
    }

    /** Reads one chunk and returns its name. */
    private String chunk(boolean first) {
        if (in.remaining() < 12) {
            throw fail("is truncated: a chunk is missing");
        }
        int length = in.getInt();
        if (length < 0 || length > in.remaining() - 8) {
            throw fail("is truncated or damaged: a chunk claims " + (length & 0xffffffffL) + " bytes of "
                    + (in.remaining() - 8));
        }
        CRC32 crc = new CRC32();
        crc.update(in.array(), in.position(), length + 4);
        int code = in.getInt();
        int end = in.position() + length;
        if ((int) crc.getValue() != in.getInt(end)) {
            throw fail("is damaged: a checksum is wrong");
        }
        String chunk = chunkName(code);
        if (first != chunk.equals("IHDR")) {
            throw fail("is damaged: the header chunk is not the first and only");
        }
        switch (chunk) {
            case "IHDR" -> header(length);
            case "PLTE" -> colours(length);
            case "tRNS" -> transparency(length);
            case "IDAT" -> data.put(in.array(), in.position(), length);
            case "IEND" -> {}
            default -> {
                if ((code & 0x20000000) == 0) {
                    throw fail("needs the unknown chunk " + chunk);
                }
            }
        }
        in.position(end + 4);
        return chunk;
    }

    private static String chunkName(int code) {
        byte[] letters = {(byte) (code >>> 24), (byte) (code >>> 16), (byte) (code >>> 8), (byte) code};
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    private void header(int length) {
        if (length != 13) {
            throw fail("is damaged: its header has " + length + " bytes, not 13");
        }
        width = in.getInt();
        height = in.getInt();
        int depth = in.get();
        int color = in.get();
        int methods = in.getShort(); // compression and filter method, both 0
        int interlace = in.get();
        if (width <= 0 || height <= 0 || (long) width * height > MAX_PIXELS) {
            throw fail("has an impossible size: " + width + " x " + height);
        }
        if (depth != 8 || methods != 0 || interlace != 0) {
            throw fail("is a kind of PNG that is not supported: depth " + depth + ", interlace " + interlace);
        }
        type = PngColorType.ofCode(color).orElseThrow(() -> fail("has the unknown colour type " + color));
    }

    private void colours(int length) {
        if (length == 0 || length > 768 || length % 3 != 0) {
            throw fail("is damaged: its palette has " + length + " bytes");
        }
        palette = new int[length / 3];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = 0xff000000 | ((in.get() & 0xff) << 16) | ((in.get() & 0xff) << 8) | (in.get() & 0xff);
        }
    }

    private void transparency(int length) {
        if (type != PngColorType.PALETTE) {
            throw fail("is a kind of PNG that is not supported: transparent colour key");
        }
        if (length > palette.length) {
            throw fail("is damaged: more transparencies than colours");
        }
        for (int i = 0; i < length; i++) {
            palette[i] = (palette[i] & 0xffffff) | ((in.get() & 0xff) << 24);
        }
    }

    private byte[] inflate() {
        long size = ((long) width * type.channels() + 1) * height;
        if (size > (long) data.position() * MAX_RATIO + MAX_RATIO || size > Integer.MAX_VALUE - 8) {
            throw fail("is truncated: " + data.position() + " compressed bytes cannot hold " + width + " x " + height
                    + " pixels");
        }
        byte[] out = new byte[(int) size];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data.array(), 0, data.position());
            int n = 0;
            while (n < out.length) {
                int got = inflater.inflate(out, n, out.length - n);
                if (got == 0) {
                    throw fail("is truncated: its pixels end after " + n + " of " + out.length + " bytes");
                }
                n += got;
            }
            if (inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
                throw fail("is damaged: more pixels than its size, or no end");
            }
        } catch (java.util.zip.DataFormatException e) {
            throw fail("is damaged: " + e.getMessage());
        } finally {
            inflater.end();
        }
        return out;
    }

    private byte[] unfilter(byte[] raw) {
        int channels = type.channels();
        int stride = width * channels;
        byte[] out = new byte[stride * height];
        for (int row = 0; row < height; row++) {
            int filter = raw[row * (stride + 1)];
            if (filter < 0 || filter > 4) {
                throw fail("is damaged: unknown filter " + filter + " in row " + row);
            }
            int from = row * (stride + 1) + 1;
            int to = row * stride;
            if (filter == 2 && row > 0) {
                for (int i = 0; i < stride; i++) { // the common case of web tiles
                    out[to + i] = (byte) (raw[from + i] + out[to + i - stride]);
                }
                continue;
            }
            for (int i = 0; i < stride; i++) {
                int left = i >= channels ? out[to + i - channels] & 0xff : 0;
                int up = row > 0 ? out[to + i - stride] & 0xff : 0;
                int corner = row > 0 && i >= channels ? out[to + i - stride - channels] & 0xff : 0;
                out[to + i] = (byte) (raw[from + i] + predict(filter, left, up, corner));
            }
        }
        return out;
    }

    private static int predict(int filter, int left, int up, int corner) {
        return switch (filter) {
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) >> 1;
            case 4 -> {
                int p = left + up - corner;
                int a = Math.abs(p - left);
                int b = Math.abs(p - up);
                int c = Math.abs(p - corner);
                yield a <= b && a <= c ? left : b <= c ? up : corner;
            }
            default -> 0;
        };
    }

    private DataFormatException fail(String problem) {
        return new DataFormatException(name, problem, null, null);
    }
}
