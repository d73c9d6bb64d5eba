package org.geoanomaly.gam.formats.netcdf;

import java.util.Arrays;
import java.util.List;

/**
 * From stored numbers to values: {@code value = stored * scale_factor + add_offset}, and no-data where the stored number is
 * {@code _FillValue}, a {@code missing_value}, outside the valid range, or the value is not finite, beyond ±1e30, or one of the extra
 * no-data values (CF-1.10 sections 2.5.1 and 8.1).
 */
final class Unpacker {
    private static final double ABSURD = 1e30;

    private final boolean unsignedInSigned;
    private final int bits;
    private final double scale;
    private final double offset;
    private final double[] fills;
    private final double least;
    private final double greatest;
    private final double[] voids;

    Unpacker(NetcdfVariable variable, List<Double> extraNoData) {
        boolean single = variable.type() == NetcdfType.FLOAT;
        scale = variable.number("scale_factor").orElse(1);
        offset = variable.number("add_offset").orElse(0);
        unsignedInSigned =
                variable.text("_Unsigned").map("true"::equalsIgnoreCase).orElse(false);
        bits = variable.type().size() * 8;
        double[] fill = numbers(variable, "_FillValue");
        if (fill.length == 0 && !variable.type().singleByte()) {
            fill = new double[] {variable.type().defaultFill()};
        }
        double[] missing = numbers(variable, "missing_value");
        fills = Arrays.copyOf(fill, fill.length + missing.length);
        System.arraycopy(missing, 0, fills, fill.length, missing.length);
        for (int i = 0; i < fills.length; i++) {
            fills[i] = unsigned(single ? (float) fills[i] : fills[i]);
        }
        double[] range = numbers(variable, "valid_range");
        least = unsigned(
                range.length == 2 ? range[0] : variable.number("valid_min").orElse(Double.NEGATIVE_INFINITY));
        greatest = unsigned(
                range.length == 2 ? range[1] : variable.number("valid_max").orElse(Double.POSITIVE_INFINITY));
        voids = extraNoData.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] numbers(NetcdfVariable variable, String attribute) {
        return variable.attribute(attribute).map(NetcdfAttribute::numbers).orElse(new double[0]);
    }

    /** The value of one stored number, NaN for no-data. */
    double value(double stored) {
        double s = unsigned(stored);
        for (double fill : fills) {
            if (s == fill) {
                return Double.NaN;
            }
        }
        if (s < least || s > greatest) {
            return Double.NaN;
        }
        double v = s * scale + offset;
        if (!(Math.abs(v) < ABSURD)) {
            return Double.NaN;
        }
        for (double none : voids) {
            if (v == none || (float) v == (float) none) {
                return Double.NaN;
            }
        }
        return v;
    }

    private double unsigned(double stored) {
        return unsignedInSigned && stored < 0 && bits < 64 ? stored + (1L << bits) : stored;
    }

    float[] floats(Object stored) {
        if (stored instanceof float[] in) {
            for (int i = 0; i < in.length; i++) {
                in[i] = (float) value(in[i]);
            }
            return in;
        }
        float[] out = new float[java.lang.reflect.Array.getLength(stored)];
        if (stored instanceof double[] in) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) value(in[i]);
            }
        } else if (stored instanceof short[] in) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) value(in[i]);
            }
        } else if (stored instanceof int[] in) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) value(in[i]);
            }
        } else if (stored instanceof long[] in) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) value((double) in[i]);
            }
        } else {
            byte[] in = (byte[]) stored;
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) value(in[i]);
            }
        }
        return out;
    }

    double[] doubles(Object stored) {
        double[] out = new double[java.lang.reflect.Array.getLength(stored)];
        for (int i = 0; i < out.length; i++) {
            out[i] = value(java.lang.reflect.Array.getDouble(stored, i));
        }
        return out;
    }
}
