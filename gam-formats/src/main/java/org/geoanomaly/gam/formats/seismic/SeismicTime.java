package org.geoanomaly.gam.formats.seismic;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as seismological services write them: ISO 8601 with or without a zone, to any number of digits; UTC where none is named. */
public final class SeismicTime {
    private static final Pattern TIME = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})"
            + "(?:[T ]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{0,20}))?)?)?\\s*(?:Z|([+-])(\\d{2}):?(\\d{2}))?");
    private static final int EARLIEST = 1;
    private static final int LATEST = 9999;

    private SeismicTime() {}

    /** The instant that a text means; empty if it is no time, or no possible one. A leap second is the second after it. */
    public static Optional<Instant> parse(String text) {
        Matcher m = TIME.matcher(text.strip());
        if (text.length() > 60 || !m.matches()) {
            return Optional.empty();
        }
        int hour = number(m.group(4));
        int minute = number(m.group(5));
        int second = number(m.group(6));
        int year = number(m.group(1));
        if (hour > 24 || minute > 59 || second > 60 || year < EARLIEST || year > LATEST) {
            return Optional.empty();
        }
        try {
            long zone = 60L * (60L * number(m.group(9)) + number(m.group(10))) * ("-".equals(m.group(8)) ? -1 : 1);
            return Optional.of(LocalDate.of(year, number(m.group(2)), number(m.group(3)))
                    .atStartOfDay()
                    .plusSeconds(3600L * hour + 60L * minute + second - zone)
                    .plusNanos(nanos(m.group(7)))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static long nanos(@org.jspecify.annotations.Nullable String fraction) {
        String digits = ((fraction == null ? "" : fraction) + "000000000").substring(0, 9);
        return Long.parseLong(digits);
    }

    /** Seconds from one instant to another. */
    public static double seconds(Instant from, Instant to) {
        return (to.getEpochSecond() - from.getEpochSecond()) + (to.getNano() - from.getNano()) * 1e-9;
    }
}
