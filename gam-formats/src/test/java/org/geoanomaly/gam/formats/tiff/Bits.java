package org.geoanomaly.gam.formats.tiff;

/** Compares floats by their bits, with all NaN taken as one. */
public final class Bits {
    private Bits() {}

    /** What differs first, or an empty text. */
    public static String difference(float[] actual, float[] expected) {
        if (actual.length != expected.length) {
            return actual.length + " values instead of " + expected.length;
        }
        for (int i = 0; i < actual.length; i++) {
            if (Float.floatToIntBits(actual[i]) != Float.floatToIntBits(expected[i])) {
                return "value " + i + " is " + actual[i] + " instead of " + expected[i];
            }
        }
        return "";
    }
}
