package org.geoanomaly.gam.formats.hdf5;

import java.lang.reflect.Array;
import java.math.BigInteger;

/** Brings what jHDF returns, scalars and nested arrays of many types, into flat primitive arrays. */
final class Hdf5Numbers {
    private Hdf5Numbers() {}

    /** A flat array of the primitive type in the data; big integers become doubles. */
    static Object flat(Object data) {
        Class<?> element = data.getClass();
        while (element.isArray()) {
            element = element.getComponentType();
        }
        if (!data.getClass().isArray() || !element.isPrimitive()) {
            return doubles(data);
        }
        if (data.getClass().getComponentType() == element) {
            return data;
        }
        Object out = Array.newInstance(element, size(data));
        copy(data, out, 0);
        return out;
    }

    /** Every number in the data in order; nothing for text. */
    static double[] doubles(Object data) {
        if (data instanceof Number number) {
            return new double[] {number.doubleValue()};
        }
        if (!data.getClass().isArray() || data instanceof String[]) {
            return new double[0];
        }
        int n = size(data);
        double[] out = new double[n];
        return fill(data, out, 0) == n ? out : new double[0];
    }

    private static int size(Object data) {
        if (!data.getClass().isArray()) {
            return 1;
        }
        int length = Array.getLength(data);
        if (!data.getClass().getComponentType().isArray()) {
            return length;
        }
        int n = 0;
        for (int i = 0; i < length; i++) {
            n = Math.addExact(n, size(Array.get(data, i)));
        }
        return n;
    }

    private static int copy(Object from, Object out, int at) {
        int length = Array.getLength(from);
        if (!from.getClass().getComponentType().isArray()) {
            System.arraycopy(from, 0, out, at, length);
            return at + length;
        }
        int next = at;
        for (int i = 0; i < length; i++) {
            next = copy(Array.get(from, i), out, next);
        }
        return next;
    }

    private static int fill(Object data, double[] out, int at) {
        int next = at;
        for (int i = 0; i < Array.getLength(data); i++) {
            Object element = Array.get(data, i);
            if (element instanceof BigInteger big) {
                out[next++] = big.doubleValue();
            } else if (element instanceof Number number) {
                out[next++] = number.doubleValue();
            } else if (element != null && element.getClass().isArray()) {
                next = fill(element, out, next);
            } else {
                return -1;
            }
        }
        return next;
    }
}
