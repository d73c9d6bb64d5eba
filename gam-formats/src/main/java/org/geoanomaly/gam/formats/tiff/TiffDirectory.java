package org.geoanomaly.gam.formats.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An image file directory. Values are read from the file when asked for, after a check that the file can hold them. */
final class TiffDirectory {
    private static final int MAX_TEXT = 1 << 24;

    private final ByteFile file;
    private final long offset;
    private final Map<Integer, TiffField> fields;

    TiffDirectory(ByteFile file, long offset, Map<Integer, TiffField> fields) {
        this.file = file;
        this.offset = offset;
        this.fields = Map.copyOf(fields);
    }

    long offset() {
        return offset;
    }

    boolean has(int tag) {
        return fields.containsKey(tag);
    }

    /** The number of values of a tag, 0 if it is absent. */
    long count(int tag) {
        TiffField field = fields.get(tag);
        return field == null ? 0 : field.count();
    }

    /** The single (or first) whole number of a tag. */
    long number(int tag, long absent) throws IOException {
        TiffField field = fields.get(tag);
        if (field == null || field.count() == 0) {
            return absent;
        }
        return integers(tag, 1)[0];
    }

    /** The first {@code count} whole numbers of a tag, which must have so many. */
    long[] integers(int tag, int count) throws IOException {
        ByteBuffer bytes = values(tag, count);
        TiffField field = fields.get(tag);
        int type = field == null ? 0 : field.type();
        long[] out = new long[count];
        for (int i = 0; i < count; i++) {
            out[i] = switch (type) {
                case 1, 7 -> bytes.get() & 0xFF;
                case 6 -> bytes.get();
                case 3 -> bytes.getShort() & 0xFFFF;
                case 8 -> bytes.getShort();
                case 4, 13 -> bytes.getInt() & 0xFFFFFFFFL;
                case 9 -> bytes.getInt();
                case 16, 17, 18 -> bytes.getLong();
                default ->
                    throw file.error(
                            "is damaged: tag " + tag + " has field type " + type + " where whole numbers belong");
            };
        }
        return out;
    }

    /** All floating-point numbers of a tag; none if it is absent. */
    double[] doubles(int tag) throws IOException {
        TiffField field = fields.get(tag);
        if (field == null) {
            return new double[0];
        }
        if (field.type() != 12 && field.type() != 11) {
            throw file.error("is damaged: tag " + tag + " has field type " + field.type()
                    + " where floating-point numbers belong");
        }
        if (field.count() > 1 << 20) {
            throw file.error("is damaged: tag " + tag + " claims " + field.count() + " numbers");
        }
        ByteBuffer bytes = values(tag, field.count());
        double[] out = new double[(int) field.count()];
        for (int i = 0; i < out.length; i++) {
            out[i] = field.type() == 12 ? bytes.getDouble() : bytes.getFloat();
        }
        return out;
    }

    /** The text of a tag up to its first NUL; empty if it is absent. */
    String text(int tag) throws IOException {
        TiffField field = fields.get(tag);
        if (field == null) {
            return "";
        }
        if (TiffField.sizeOf(field.type()) != 1 || field.count() > MAX_TEXT) {
            throw file.error("is damaged: tag " + tag + " is not a text of reasonable length");
        }
        byte[] bytes = values(tag, field.count()).array();
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    private ByteBuffer values(int tag, long count) throws IOException {
        TiffField field = fields.get(tag);
        if (field == null || field.count() < count) {
            throw file.error(
                    "is damaged: tag " + tag + " has " + count(tag) + " values where " + count + " are needed");
        }
        int size = TiffField.sizeOf(field.type());
        return file.read(field.position(), count * Math.max(size, 1), "the value of tag " + tag);
    }
}
