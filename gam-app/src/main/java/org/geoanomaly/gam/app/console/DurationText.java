package org.geoanomaly.gam.app.console;

import java.util.Locale;

/** Durations for people. */
public final class DurationText {
    private DurationText() {}

    /** {@code 0.1 s}, {@code 39.2 s}, {@code 1 min 12 s}, {@code 2 h 05 min}. */
    public static String words(long millis) {
        if (millis < 59_950) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        long s = Math.round(millis / 1000.0);
        return s < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d h %02d min", s / 3600, s / 60 % 60);
    }

    /** {@code 0:00:05}. */
    public static String clock(long millis) {
        long s = millis / 1000;
        return String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }

    /** {@code 0:33}, or {@code 1:05:00} from an hour on. */
    public static String countdown(long millis) {
        long s = Math.round(millis / 1000.0);
        return s < 3600 ? String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60) : clock(s * 1000);
    }
}
