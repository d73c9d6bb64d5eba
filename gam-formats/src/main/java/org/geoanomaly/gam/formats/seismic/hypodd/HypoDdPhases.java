package org.geoanomaly.gam.formats.seismic.hypodd;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.geoanomaly.gam.formats.seismic.Bulletin;
import org.geoanomaly.gam.formats.seismic.Origin;
import org.geoanomaly.gam.formats.seismic.Pick;
import org.geoanomaly.gam.formats.seismic.SeismicEvent;
import org.geoanomaly.gam.formats.seismic.TextLines;
import org.geoanomaly.gam.formats.seismic.Values;
import org.geoanomaly.gam.grid.error.DataFormatException;

/**
 * Reads a phase file of hypoDD, the input of its program ph2dt (Waldhauser 2001, section 5.1): for each event a line {@code # year month
 * day hour minute second latitude longitude depth magnitude eh ez rms id}, depth in kilometres, and for each pick of it {@code station
 * time weight phase}, the time in seconds after the origin's. A negative weight marks a pick that ph2dt always takes; its size is the
 * weight. Stations are labels without a network, and stand in a file of their own.
 */
public final class HypoDdPhases {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int EVENT_FIELDS = 15;
    private static final int PICK_FIELDS = 4;

    /** Travel times beyond these are none of an earthquake, s; somewhat less than 0 comes of how origin times are found. */
    private static final double EARLIEST = -1000;

    private static final double LATEST = 10_000;

    private final TextLines lines;
    private final Values values;
    private final List<SeismicEvent> events = new ArrayList<>();

    private HypoDdPhases(TextLines lines) {
        this.lines = lines;
        this.values = new Values(lines::problem);
    }

    private record Header(String id, Origin origin, double magnitude) {}

    /** Whether the first two lines are those of an event and of a pick. */
    public static boolean matches(String first, String second) {
        String[] event = fields(first);
        String[] pick = fields(second);
        if (event.length != EVENT_FIELDS || !event[0].equals("#") || pick.length != PICK_FIELDS) {
            return false;
        }
        for (int i = 1; i < EVENT_FIELDS - 1; i++) {
            if (!number(event[i])) {
                return false;
            }
        }
        return number(pick[1]) && number(pick[2]) && !number(pick[3]);
    }

    private static boolean number(String text) {
        return text.matches("[-+]?(\\d{1,12}\\.?\\d{0,20}|\\.\\d{1,20})");
    }

    private static String[] fields(String line) {
        String stripped = line.strip();
        // The mark may touch the year.
        String apart = stripped.startsWith("#") ? "# " + stripped.substring(1).stripLeading() : stripped;
        return BLANKS.split(apart, -1);
    }

    /**
     * Reads a file.
     *
     * @throws DataFormatException if a line is neither event nor pick or a value cannot be true, naming the line
     */
    public static Bulletin read(Path file) throws IOException {
        try (TextLines lines = TextLines.open(file)) {
            HypoDdPhases reader = new HypoDdPhases(lines);
            reader.all();
            return new Bulletin(reader.events, List.of(), List.of());
        }
    }

    private void all() throws IOException {
        Header event = null;
        List<Pick> picks = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            String[] f = fields(line);
            if (line.isBlank()) {
                continue;
            }
            if (f[0].equals("#")) {
                close(event, picks);
                picks.clear();
                event = header(f);
            } else if (event == null) {
                throw lines.problem("has a pick before any event");
            } else {
                picks.add(pick(f, event.origin.time()));
            }
        }
        if (event == null) {
            throw new DataFormatException(lines.file(), "has no event");
        }
        close(event, picks);
    }

    private void close(@org.jspecify.annotations.Nullable Header event, List<Pick> picks) {
        if (event != null) {
            events.add(new SeismicEvent(event.id, "", event.origin, event.magnitude, picks));
        }
    }

    private Header header(String[] f) {
        if (f.length != EVENT_FIELDS) {
            throw lines.problem("has " + f.length + " fields instead of the " + EVENT_FIELDS
                    + " of an event: # and year, month, day, hour, minute, second, latitude, longitude, depth, magnitude,"
                    + " three errors, id");
        }
        double latitude = values.latitude(f[7]);
        double longitude = values.longitude(f[8]);
        if (Double.isNaN(latitude + longitude)) {
            throw lines.problem("has an event without a place");
        }
        return new Header(
                f[14],
                new Origin(f[14], time(f), latitude, longitude, values.depthKm(f[9]), ""),
                values.optional(f[10], "magnitude"));
    }

    private Instant time(String[] f) {
        int[] date = new int[5];
        int[] most = {2999, 12, 31, 24, 59};
        for (int i = 0; i < date.length; i++) {
            double value = values.within(f[i + 1], "date or time", i == 0 ? 1000 : 0, most[i]);
            if (value != Math.rint(value)) {
                throw lines.problem("has the date or time " + f[i + 1] + ", which is no whole number");
            }
            date[i] = (int) value;
        }
        double second = values.within(f[6], "second", 0, 61);
        if (Double.isNaN(second)) {
            throw lines.problem("has an event without a time");
        }
        try {
            return LocalDate.of(date[0], date[1], date[2])
                    .atStartOfDay()
                    .plusSeconds(3600L * date[3] + 60L * date[4])
                    .plusNanos(Math.round(second * 1e9))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw lines.problem("has no possible date: " + f[1] + " " + f[2] + " " + f[3]);
        }
    }

    private Pick pick(String[] f, Instant origin) {
        if (f.length != PICK_FIELDS) {
            throw lines.problem("has " + f.length + " fields instead of the " + PICK_FIELDS
                    + " of a pick: station, travel time, weight, phase; it may be truncated");
        }
        double seconds = values.within(f[1], "travel time", EARLIEST, LATEST);
        if (Double.isNaN(seconds)) {
            throw lines.problem("has a pick without a travel time");
        }
        double weight = Math.abs(values.optional(f[2], "weight"));
        return new Pick("", f[0], f[3], origin.plusNanos(Math.round(seconds * 1e9)), Double.NaN, Double.NaN, weight);
    }
}
