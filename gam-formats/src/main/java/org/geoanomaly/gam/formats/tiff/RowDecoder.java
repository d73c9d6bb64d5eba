package org.geoanomaly.gam.formats.tiff;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Undoes byte order and predictor of one row, in place: afterwards its values are little-endian. Predictor 2 is a running sum of the
 * values taken as whole numbers of their size, in the file's byte order (also for floating point, as libtiff does); predictor 3 stores the
 * bytes by significance, highest first whatever the byte order, as a running sum of bytes. Not thread-safe.
 */
final class RowDecoder {
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int predictor;
    private final boolean swap;
    private final int bytes;
    private final int samples;
    private final int stride;
    private final byte[] planes;

    RowDecoder(RasterLayout layout, ByteOrder order) {
        predictor = layout.predictor();
        bytes = layout.sampleType().bytes();
        swap = order == ByteOrder.BIG_ENDIAN && bytes > 1;
        stride = layout.bandSeparate() ? 1 : layout.bands();
        samples = layout.blockWidth() * stride;
        planes = predictor == 3 ? new byte[samples * bytes] : new byte[0];
    }

    void decode(byte[] row, int at) {
        if (predictor == 3) {
            floatingPoint(row, at);
            return;
        }
        if (swap) {
            swap(row, at);
        }
        if (predictor == 2) {
            switch (bytes) {
                case 1 -> sumBytes(row, at, samples, stride);
                case 2 -> sumShorts(row, at);
                case 4 -> sumInts(row, at);
                default -> sumLongs(row, at);
            }
        }
    }

    private void swap(byte[] row, int at) {
        int end = at + samples * bytes;
        switch (bytes) {
            case 2 -> {
                for (int i = at; i < end; i += 2) {
                    SHORTS.set(row, i, Short.reverseBytes((short) SHORTS.get(row, i)));
                }
            }
            case 4 -> {
                for (int i = at; i < end; i += 4) {
                    INTS.set(row, i, Integer.reverseBytes((int) INTS.get(row, i)));
                }
            }
            default -> {
                for (int i = at; i < end; i += 8) {
                    LONGS.set(row, i, Long.reverseBytes((long) LONGS.get(row, i)));
                }
            }
        }
    }

    private static void sumBytes(byte[] row, int at, int count, int stride) {
        if (stride == 1) {
            int sum = 0;
            for (int i = at; i < at + count; i++) {
                sum += row[i];
                row[i] = (byte) sum;
            }
            return;
        }
        for (int i = at + stride; i < at + count; i++) {
            row[i] += row[i - stride];
        }
    }

    private void sumShorts(byte[] row, int at) {
        int step = 2 * stride;
        for (int i = at + step; i < at + 2 * samples; i += 2) {
            SHORTS.set(row, i, (short) ((short) SHORTS.get(row, i) + (short) SHORTS.get(row, i - step)));
        }
    }

    private void sumInts(byte[] row, int at) {
        if (stride == 1) {
            int sum = 0;
            for (int i = at; i < at + 4 * samples; i += 4) {
                sum += (int) INTS.get(row, i);
                INTS.set(row, i, sum);
            }
            return;
        }
        int step = 4 * stride;
        for (int i = at + step; i < at + 4 * samples; i += 4) {
            INTS.set(row, i, (int) INTS.get(row, i) + (int) INTS.get(row, i - step));
        }
    }

    private void sumLongs(byte[] row, int at) {
        int step = 8 * stride;
        for (int i = at + step; i < at + 8 * samples; i += 8) {
            LONGS.set(row, i, (long) LONGS.get(row, i) + (long) LONGS.get(row, i - step));
        }
    }

    private void floatingPoint(byte[] row, int at) {
        int n = samples;
        byte[] p = planes;
        if (stride == 1) {
            int sum = 0;
            for (int i = 0; i < n * bytes; i++) {
                sum += row[at + i];
                p[i] = (byte) sum;
            }
        } else {
            sumBytes(row, at, n * bytes, stride);
            System.arraycopy(row, at, p, 0, n * bytes);
        }
        if (bytes == 4) {
            for (int i = 0; i < n; i++) {
                int v = p[i] << 24 | (p[n + i] & 0xFF) << 16 | (p[2 * n + i] & 0xFF) << 8 | (p[3 * n + i] & 0xFF);
                INTS.set(row, at + 4 * i, v);
            }
            return;
        }
        for (int b = 0; b < bytes; b++) {
            int from = (bytes - 1 - b) * n;
            for (int i = 0; i < n; i++) {
                row[at + i * bytes + b] = p[from + i];
            }
        }
    }
}
