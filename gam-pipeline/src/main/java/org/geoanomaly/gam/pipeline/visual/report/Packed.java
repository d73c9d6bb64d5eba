package org.geoanomaly.gam.pipeline.visual.report;

import java.util.Base64;

/**
 * Values as 16-bit codes, least significant byte first, in base64: 0 is no data, 1 to 65535 run evenly from min to max.
 *
 * @param base64 the codes
 */
record Packed(String base64, double min, double max) {
    private static final int CODES = 65_534;

    static Packed of(float[] values) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (float v : values) {
            if (Float.isFinite(v)) {
                min = Math.min(min, v);
                max = Math.max(max, v);
            }
        }
        if (min > max) {
            min = 0;
            max = 0;
        }
        double range = max > min ? max - min : 1;
        byte[] codes = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            int code = Float.isFinite(values[i]) ? 1 + (int) Math.round((values[i] - min) / range * CODES) : 0;
            codes[2 * i] = (byte) code;
            codes[2 * i + 1] = (byte) (code >> 8);
        }
        return new Packed(Base64.getEncoder().encodeToString(codes), min, max);
    }
}
