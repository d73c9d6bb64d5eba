package org.geoanomaly.gam.pipeline.cache;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** One primitive array, its name and its shape. */
final class NamedArray {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");
    private static final int BLOCK = 1 << 13;

    private final String name;
    private final Object values;
    private final int length;
    private final List<Integer> shape;

    NamedArray(String name, double[] values, int... shape) {
        this(name, values, values.length, shape);
    }

    NamedArray(String name, float[] values, int... shape) {
        this(name, values, values.length, shape);
    }

    NamedArray(String name, int[] values, int... shape) {
        this(name, values, values.length, shape);
    }

    private NamedArray(String name, Object values, int length, int[] shape) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is not a name for an array");
        }
        this.name = name;
        this.values = values;
        this.length = length;
        this.shape = shape.length == 0
                ? List.of(length)
                : Arrays.stream(shape).boxed().toList();
        if (product(this.shape) != length) {
            throw new IllegalArgumentException(
                    "array " + name + " of " + length + " values has the shape " + this.shape);
        }
    }

    /** Product of the lengths; −1 if it is none that an array can have. */
    static long product(List<Integer> shape) {
        long n = 1;
        for (int side : shape) {
            n *= side;
            if (side < 0 || n > Integer.MAX_VALUE) {
                return -1;
            }
        }
        return n;
    }

    String name() {
        return name;
    }

    Object values() {
        return values;
    }

    int length() {
        return length;
    }

    List<Integer> shape() {
        return shape;
    }

    /** CRC-32C (RFC 3720, B.4) of the values as little-endian bytes. */
    int checksum() {
        CRC32C crc = new CRC32C();
        ByteBuffer block = ByteBuffer.allocate(BLOCK * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < length; from += BLOCK) {
            int n = Math.min(BLOCK, length - from);
            block.clear();
            if (values instanceof double[] doubles) {
                block.asDoubleBuffer().put(doubles, from, n);
                block.limit(n * Double.BYTES);
            } else if (values instanceof float[] floats) {
                block.asFloatBuffer().put(floats, from, n);
                block.limit(n * Float.BYTES);
            } else {
                block.asIntBuffer().put((int[]) values, from, n);
                block.limit(n * Integer.BYTES);
            }
            crc.update(block);
        }
        return (int) crc.getValue();
    }
}
