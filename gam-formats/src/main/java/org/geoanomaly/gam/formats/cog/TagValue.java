package org.geoanomaly.gam.formats.cog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.geoanomaly.gam.formats.tiff.TiffTags;

/** One entry of a directory with its value in little-endian bytes. The array is not copied. */
final class TagValue {
    final int tag;
    final int type;
    final int count;
    final byte[] bytes;

    private TagValue(int tag, int type, int count, byte[] bytes) {
        this.tag = tag;
        this.type = type;
        this.count = count;
        this.bytes = bytes;
    }

    static TagValue shorts(int tag, int... values) {
        ByteBuffer b = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int v : values) {
            b.putShort((short) v);
        }
        return new TagValue(tag, TiffTags.TYPE_SHORT, values.length, b.array());
    }

    /** A size: SHORT when it fits, as GDAL does, else LONG. */
    static TagValue size(int tag, int value) {
        return value <= 0xFFFF ? shorts(tag, value) : longs(tag, value);
    }

    static TagValue longs(int tag, long... values) {
        ByteBuffer b = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long v : values) {
            b.putInt((int) v);
        }
        return new TagValue(tag, TiffTags.TYPE_LONG, values.length, b.array());
    }

    static TagValue long8s(int tag, long... values) {
        ByteBuffer b = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long v : values) {
            b.putLong(v);
        }
        return new TagValue(tag, TiffTags.TYPE_LONG8, values.length, b.array());
    }

    static TagValue doubles(int tag, double... values) {
        ByteBuffer b = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double v : values) {
            b.putDouble(v);
        }
        return new TagValue(tag, TiffTags.TYPE_DOUBLE, values.length, b.array());
    }

    /** Text with its closing NUL; GDAL writes and reads UTF-8 here. */
    static TagValue text(int tag, String value) {
        byte[] utf8 = (value + "\0").getBytes(StandardCharsets.UTF_8);
        return new TagValue(tag, TiffTags.TYPE_ASCII, utf8.length, utf8);
    }
}
