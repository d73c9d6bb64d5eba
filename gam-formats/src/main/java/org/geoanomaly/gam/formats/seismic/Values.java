package org.geoanomaly.gam.formats.seismic;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.geoanomaly.gam.grid.error.DataFormatException;

/**
 * Numbers, places and times out of text, each checked.
 *
 * @param problem makes the complaint about the line in hand from the rest of its sentence
 */
public record Values(Function<String, DataFormatException> problem) {
    private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");
    private static final Set<String> MISSING = Set.of("", "nan", "na", "n/a", "null", "none", "-");

    /** Whether a field says that there is no value. */
    public static boolean missing(String text) {
        return MISSING.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** A finite number. */
    public double number(String text, String what) {
        String word = text.strip();
        try {
            double value = Double.parseDouble(word);
            char last = word.charAt(word.length() - 1);
            if (Double.isFinite(value) && last != 'd' && last != 'f' && last != 'D' && last != 'F') {
                return value;
            }
        } catch (NumberFormatException e) {
            throw problem.apply("has " + what + " '" + clipped(word) + "', which is not a number");
        }
        throw problem.apply("has " + what + " '" + clipped(word) + "', which is not a number");
    }

    /** A finite number, or NaN if the field is empty or says that there is none. */
    public double optional(String text, String what) {
        return missing(text) ? Double.NaN : number(text, what);
    }

    /** A number within limits, or NaN if there is none. */
    public double within(String text, String what, double least, double most) {
        double value = optional(text, what);
        if (value < least || value > most) {
            throw problem.apply(
                    "has " + what + " " + text.strip() + ", which is not between " + least + " and " + most);
        }
        return value;
    }

    /** Degrees from -90 to 90, or NaN if there is none. */
    public double latitude(String text) {
        return within(text, "latitude", -90, 90);
    }

    /** Degrees, -180 to 360 in the text, brought to -180…180; NaN if there is none. */
    public double longitude(String text) {
        double value = within(text, "longitude", -180, 360);
        return value > 180 ? value - 360 : value;
    }

    /** A depth in kilometres as metres, or NaN if there is none. */
    public double depthKm(String text) {
        return 1000 * within(text, "depth", -100, 1000);
    }

    /** A depth in metres, or NaN if there is none. */
    public double depthM(String text) {
        return within(text, "depth", -100_000, 1_000_000);
    }

    /** Metres above sea level, or NaN if there is none. */
    public double elevation(String text) {
        return within(text, "elevation", -12_000, 10_000);
    }

    /** A time at which something was measured: years 1000 to 2999. */
    public Instant time(String text, String what) {
        Instant time = epoch(text, what);
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw problem.apply("has " + what + " '" + clipped(text.strip()) + "', which is no possible date");
        }
        return time;
    }

    /** A time at which something begins or ends; services write year 1 or 2599 for always. */
    public Instant epoch(String text, String what) {
        return SeismicTime.parse(text)
                .orElseThrow(() -> problem.apply(
                        "has " + what + " '" + clipped(text.strip()) + "', which is not a date and time"));
    }

    private static String clipped(String word) {
        return word.length() > 40 ? word.substring(0, 40) + "…" : word;
    }
}
