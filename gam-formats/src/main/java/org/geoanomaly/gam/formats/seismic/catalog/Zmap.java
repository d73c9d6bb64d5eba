package org.geoanomaly.gam.formats.seismic.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.formats.seismic.Bulletin;
import org.geoanomaly.gam.formats.seismic.Origin;
import org.geoanomaly.gam.formats.seismic.SeismicEvent;
import org.geoanomaly.gam.formats.seismic.TextLines;
import org.geoanomaly.gam.formats.seismic.Values;
import org.geoanomaly.gam.grid.error.DataFormatException;

/**
 * Reads ZMAP: longitude, latitude, decimal year, month, day, magnitude, depth in km, hour, minute, second, without a header (Wiemer 2001,
 * doi:10.1785/gssrl.72.3.373); three columns of errors may follow.
 */
public final class Zmap {
    private static final int FIELDS = 10;

    private Zmap() {}

    /**
     * Reads the events; they have no picks.
     *
     * @throws DataFormatException if it is another format or a value cannot be true, naming the line
     */
    public static Bulletin read(Path file) throws IOException {
        try (TextLines lines = TextLines.open(file)) {
            List<SeismicEvent> events = new ArrayList<>();
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    events.add(event(lines, line.strip().split("[\\s,]+", -1), events.size() + 1));
                }
            }
            if (events.isEmpty()) {
                throw new DataFormatException(file, "is empty");
            }
            return new Bulletin(events, List.of(), List.of());
        }
    }

    private static SeismicEvent event(TextLines lines, String[] f, int number) {
        if (f.length < FIELDS || f.length > 13) {
            throw lines.problem("has " + f.length + " columns where ZMAP has 10 to 13");
        }
        Values values = new Values(lines::problem);
        values.number(f[1], "latitude");
        double longitude = values.longitude(Double.toString(values.number(f[0], "longitude")));
        double depth = values.depthKm(f[6]);
        Origin origin = new Origin("", time(lines, values, f), values.latitude(f[1]), longitude, depth, "");
        return new SeismicEvent(Integer.toString(number), "", origin, values.optional(f[5], "magnitude"), List.of());
    }

    /** The year's fraction says nothing that month to second do not. */
    private static Instant time(TextLines lines, Values values, String[] f) {
        double year = Math.floor(values.within(f[2], "year", 1000, 3000));
        double second = values.within(f[9], "second", 0, 61);
        try {
            return LocalDate.of((int) year, whole(values, f[3], "month", 12), whole(values, f[4], "day", 31))
                    .atTime(whole(values, f[7], "hour", 23), whole(values, f[8], "minute", 59))
                    .plusNanos(Math.round(second * 1e9))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw lines.problem("has no possible date: " + f[2] + " " + f[3] + " " + f[4]);
        }
    }

    private static int whole(Values values, String text, String what, int most) {
        double value = values.within(text, what, 0, most);
        return (int) Math.floor(Double.isNaN(value) ? values.number(text, what) : value);
    }
}
