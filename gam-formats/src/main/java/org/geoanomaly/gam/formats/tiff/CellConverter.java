package org.geoanomaly.gam.formats.tiff;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Turns stored values (little-endian) into physical ones: no-data becomes NaN, everything else value · scale + offset in double precision,
 * then rounded to single precision. Without scale and offset float32 passes through bit by bit. Holds a row buffer; not thread-safe.
 */
final class CellConverter {
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final double TWO_64 = 0x1p64;

    private final SampleType type;
    private final int step;
    private final double noData;
    private final double scale;
    private final double offset;
    private final boolean scaled;
    private final double[] row;

    /**
     * @param step bytes from one cell's value to the next
     * @param noData NaN if there is none
     */
    CellConverter(SampleType type, int step, double noData, BandInfo band, int maxCount) {
        this.type = type;
        this.step = step;
        this.noData = type == SampleType.FLOAT32 || type == SampleType.FLOAT16 ? (float) noData : noData;
        this.scale = band.scale();
        this.offset = band.offset();
        this.scaled = band.isScaled();
        this.row = new double[maxCount];
    }

    /** The physical value of a cell that was never written, given whether the file has a no-data value. */
    float absent(boolean hasNoData) {
        return hasNoData ? Float.NaN : (float) offset;
    }

    void convert(byte[] in, int at, int count, float[] out, int outAt) {
        if (!scaled && type == SampleType.FLOAT32) {
            floats(in, at, count, out, outAt);
            return;
        }
        if (!scaled && type == SampleType.INT64) {
            int64s(in, at, count, out, outAt);
            return;
        }
        switch (type) {
            case INT8, UINT8 -> bytes(in, at, count);
            case INT16, UINT16, FLOAT16 -> shorts(in, at, count);
            case INT32, UINT32, FLOAT32 -> ints(in, at, count);
            default -> longs(in, at, count);
        }
        for (int i = 0; i < count; i++) {
            double v = row[i];
            out[outAt + i] = v == noData ? Float.NaN : (float) (scaled ? v * scale + offset : v);
        }
    }

    private void floats(byte[] in, int at, int count, float[] out, int outAt) {
        float missing = (float) noData;
        int p = at;
        if (Float.isNaN(missing)) {
            for (int i = 0; i < count; i++, p += step) {
                out[outAt + i] = Float.intBitsToFloat((int) INTS.get(in, p));
            }
            return;
        }
        for (int i = 0; i < count; i++, p += step) {
            float v = Float.intBitsToFloat((int) INTS.get(in, p));
            out[outAt + i] = v == missing ? Float.NaN : v;
        }
    }

    /** Rounds once, not by way of double precision. */
    private void int64s(byte[] in, int at, int count, float[] out, int outAt) {
        for (int i = 0; i < count; i++) {
            long v = (long) LONGS.get(in, at + i * step);
            out[outAt + i] = v == noData ? Float.NaN : (float) v;
        }
    }

    private void bytes(byte[] in, int at, int count) {
        int mask = type == SampleType.UINT8 ? 0xFF : -1;
        for (int i = 0; i < count; i++) {
            row[i] = in[at + i * step] & mask;
        }
    }

    private void shorts(byte[] in, int at, int count) {
        int mask = type == SampleType.UINT16 ? 0xFFFF : -1;
        for (int i = 0; i < count; i++) {
            short bits = (short) SHORTS.get(in, at + i * step);
            row[i] = type == SampleType.FLOAT16 ? half(bits) : bits & mask;
        }
    }

    private void ints(byte[] in, int at, int count) {
        for (int i = 0; i < count; i++) {
            int bits = (int) INTS.get(in, at + i * step);
            row[i] = switch (type) {
                case INT32 -> bits;
                case UINT32 -> bits & 0xFFFFFFFFL;
                default -> Float.intBitsToFloat(bits);
            };
        }
    }

    private void longs(byte[] in, int at, int count) {
        for (int i = 0; i < count; i++) {
            long bits = (long) LONGS.get(in, at + i * step);
            row[i] = switch (type) {
                case INT64 -> bits;
                case UINT64 -> bits >= 0 ? bits : bits + TWO_64;
                default -> Double.longBitsToDouble(bits);
            };
        }
    }

    /** IEEE 754 binary16: sign, 5 bits exponent (bias 15), 10 bits fraction. */
    static float half(short bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        int sign = (bits & 0x8000) << 16;
        if (exponent == 0x1F) {
            return Float.intBitsToFloat(sign | 0x7F800000 | fraction << 13);
        }
        if (exponent == 0) {
            float value = fraction * 0x1p-24f;
            return sign == 0 ? value : -value;
        }
        return Float.intBitsToFloat(sign | (exponent + 112) << 23 | fraction << 13);
    }
}
