package org.geoanomaly.gam.formats.gfc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of time-variable coefficients, {@code yyyymmdd} or {@code yyyymmdd.hhmm}, as Julian years of 365.25 days since 2000-01-01T12:00. */
public final class GfcEpoch {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:\\.(\\d{1,4}))?");
    private static final double SECONDS_PER_YEAR = 365.25 * 86_400.0;
    private static final long J2000 = LocalDateTime.of(2000, 1, 1, 12, 0).toEpochSecond(ZoneOffset.UTC);

    private GfcEpoch() {}

    /** Julian years since J2000; empty if the text is no date. */
    static OptionalDouble parse(String text) {
        Matcher m = DATE.matcher(text);
        if (!m.matches()) {
            return OptionalDouble.empty();
        }
        String clock = m.group(4) == null ? "0000" : (m.group(4) + "0000").substring(0, 4);
        int hours = Integer.parseInt(clock.substring(0, 2));
        int minutes = Integer.parseInt(clock.substring(2));
        if (hours > 24 || minutes > 60) {
            return OptionalDouble.empty();
        }
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
            // published files round seconds up to minute 60
            return OptionalDouble.of(ofInstant(day.atStartOfDay().plusMinutes(60L * hours + minutes)));
        } catch (DateTimeException e) {
            return OptionalDouble.empty();
        }
    }

    /** Julian years since J2000 of a moment in UTC. */
    public static double ofInstant(LocalDateTime utc) {
        return (utc.toEpochSecond(ZoneOffset.UTC) - J2000) / SECONDS_PER_YEAR;
    }

    /** Julian years since J2000 of a decimal calendar year, 2015.5 being the middle of that year. */
    public static double ofDecimalYear(double year) {
        int whole = (int) Math.floor(year);
        LocalDate first = LocalDate.of(whole, 1, 1);
        double seconds = (year - whole) * first.lengthOfYear() * 86_400.0;
        return (first.atStartOfDay().toEpochSecond(ZoneOffset.UTC) - J2000 + seconds) / SECONDS_PER_YEAR;
    }
}
