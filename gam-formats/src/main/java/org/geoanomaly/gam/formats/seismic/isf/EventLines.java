package org.geoanomaly.gam.formats.seismic.isf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geoanomaly.gam.formats.seismic.Origin;
import org.geoanomaly.gam.formats.seismic.Pick;
import org.geoanomaly.gam.formats.seismic.SeismicEvent;
import org.geoanomaly.gam.formats.seismic.TextLines;
import org.geoanomaly.gam.formats.seismic.Values;
import org.jspecify.annotations.Nullable;

/** The origin and phase lines of one event; columns are those of the IMS1.0 standard, counted from 0. */
final class EventLines {
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2}):(\\d{2}(?:\\.\\d{0,6})?)");
    private static final long DAY = 86_400;

    private final TextLines lines;
    private final Values values;
    private final String id;
    private final String place;
    private @Nullable Origin last;
    private @Nullable Origin prime;
    private final List<Pick> picks = new ArrayList<>();
    private int timeless;

    EventLines(TextLines lines, String id, String place) {
        this.lines = lines;
        this.values = new Values(lines::problem);
        this.id = id;
        this.place = place;
    }

    private static String cut(String line, int from, int to) {
        return from >= line.length()
                ? ""
                : line.substring(from, Math.min(to, line.length())).strip();
    }

    void origin(String line) {
        if (line.length() < 54) {
            throw lines.problem("is too short for an origin: it may be truncated");
        }
        Instant time = values.time(cut(line, 0, 22), "origin time");
        double latitude = values.latitude(cut(line, 36, 44));
        double longitude = values.longitude(cut(line, 45, 54));
        if (!Double.isNaN(latitude + longitude)) {
            double depth = values.depthKm(cut(line, 71, 76));
            last = new Origin(cut(line, 128, 139), time, latitude, longitude, depth, cut(line, 118, 127));
        }
    }

    /** A comment below an origin may say that this is the one. */
    void prime(String comment) {
        if (comment.contains("#PRIME")) {
            prime = last;
        }
    }

    private @Nullable Origin preferred() {
        return prime == null ? last : prime;
    }

    void phase(String line) {
        Origin origin = preferred();
        String time = cut(line, 28, 40);
        if (time.isEmpty()) {
            timeless++;
            return;
        }
        String station = cut(line, 0, 5);
        Matcher m = TIME.matcher(time);
        if (station.isEmpty() || !m.matches()) {
            throw lines.problem("is no phase line: its time is '" + time + "'");
        }
        if (origin == null) {
            return;
        }
        double residual = values.optional(cut(line, 41, 46), "residual");
        boolean defining = line.length() > 73 && line.charAt(73) == 'T';
        String phase = cut(line, 19, 27);
        picks.add(
                new Pick("", station, phase, near(origin.time(), m), Double.NaN, residual, defining ? 1 : Double.NaN));
    }

    /** Phase lines have the time of day alone: the day is the one that brings it next to the origin. */
    private static Instant near(Instant origin, Matcher m) {
        double second = Double.parseDouble(m.group(3));
        long day = LocalDate.ofInstant(origin, ZoneOffset.UTC).toEpochDay();
        long whole = 3600L * Integer.parseInt(m.group(1)) + 60L * Integer.parseInt(m.group(2));
        long nanos = Math.round(second * 1e9);
        Instant time = Instant.ofEpochSecond(day * DAY + whole, nanos);
        if (time.isBefore(origin.minusSeconds(DAY / 2))) {
            return time.plusSeconds(DAY);
        }
        return time.isAfter(origin.plusSeconds(DAY / 2)) ? time.minusSeconds(DAY) : time;
    }

    int timeless() {
        return timeless;
    }

    SeismicEvent event() {
        return new SeismicEvent(id, place, preferred(), Double.NaN, picks);
    }
}
