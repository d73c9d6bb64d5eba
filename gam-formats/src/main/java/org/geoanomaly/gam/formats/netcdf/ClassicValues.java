package org.geoanomaly.gam.formats.netcdf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A primitive array that fills up from big-endian bytes. */
final class ClassicValues {
    private final NetcdfType type;
    private final Object array;
    private int filled;

    ClassicValues(NetcdfType type, int count) {
        this.type = type;
        this.array = switch (type) {
            case BYTE, CHAR -> new byte[count];
            case SHORT -> new short[count];
            case INT, UBYTE, USHORT -> new int[count];
            case UINT, INT64 -> new long[count];
            case FLOAT -> new float[count];
            default -> new double[count];
        };
    }

    Object array() {
        return array;
    }

    /** Takes a whole number of values. */
    void append(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.BIG_ENDIAN);
        int n = in.remaining() / type.size();
        switch (type) {
            case BYTE, CHAR -> in.get((byte[]) array, filled, n);
            case SHORT -> in.asShortBuffer().get((short[]) array, filled, n);
            case INT -> in.asIntBuffer().get((int[]) array, filled, n);
            case INT64 -> in.asLongBuffer().get((long[]) array, filled, n);
            case FLOAT -> in.asFloatBuffer().get((float[]) array, filled, n);
            case DOUBLE -> in.asDoubleBuffer().get((double[]) array, filled, n);
            default -> appendUnsigned(in, n);
        }
        filled += n;
    }

    private void appendUnsigned(ByteBuffer in, int n) {
        for (int i = filled; i < filled + n; i++) {
            switch (type) {
                case UBYTE -> ((int[]) array)[i] = in.get() & 0xff;
                case USHORT -> ((int[]) array)[i] = in.getShort() & 0xffff;
                case UINT -> ((long[]) array)[i] = in.getInt() & 0xffff_ffffL;
                default -> {
                    long v = in.getLong();
                    ((double[]) array)[i] = v >= 0 ? v : (v >>> 1) * 2.0 + (v & 1);
                }
            }
        }
    }
}
