package org.geoanomaly.gam.pipeline.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Numbers that stand for no-data without the file saying so. EMAG2 has −99999 in version 2, 99999 and about −3.4e38 in version 3; no
 * quantity read here takes exactly these values.
 */
final class LiteralVoids {
    private static final List<Double> ALWAYS = List.of(-99999.0, 99999.0);
    private static final float ABSURD = 1e30f;
    /** nT beyond which a magnetic anomaly is a mean of voids and values: the strongest known stay below 20,000. */
    private static final float BEYOND_NATURE = 50_000f;

    private LiteralVoids() {}

    static List<Double> with(List<Double> stated) {
        List<Double> all = new ArrayList<>(ALWAYS);
        all.addAll(stated);
        return all;
    }

    /** Blanks the values in place; how many there were. */
    static long blank(float[] values, List<Double> stated) {
        List<Double> all = with(stated);
        float[] voids = new float[all.size()];
        for (int i = 0; i < voids.length; i++) {
            voids[i] = all.get(i).floatValue();
        }
        long count = 0;
        for (int i = 0; i < values.length; i++) {
            if (isVoid(values[i], voids)) {
                values[i] = Float.NaN;
                count++;
            }
        }
        return count;
    }

    /**
     * Blanks, in a magnetic anomaly grid in nT, what resampling has made of voids: a program that did not know them has averaged some of
     * them with their neighbours (the pole rows of the EMAG2 version 2 grid of 1° hold −99722). How many there were.
     */
    static long blankSmeared(float[] values) {
        long count = 0;
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) > BEYOND_NATURE) {
                values[i] = Float.NaN;
                count++;
            }
        }
        return count;
    }

    private static boolean isVoid(float v, float[] voids) {
        for (float none : voids) {
            if (v == none) {
                return true;
            }
        }
        return v <= -ABSURD || v >= ABSURD;
    }

    /** Whether text about a file says that it is EMAG2. */
    static boolean mentionsEmag2(String text) {
        return text.toLowerCase(Locale.ROOT).contains("emag2");
    }
}
