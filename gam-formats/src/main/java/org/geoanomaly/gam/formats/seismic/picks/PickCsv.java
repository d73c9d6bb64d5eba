package org.geoanomaly.gam.formats.seismic.picks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.geoanomaly.gam.formats.seismic.Bulletin;
import org.geoanomaly.gam.formats.seismic.Origin;
import org.geoanomaly.gam.formats.seismic.Pick;
import org.geoanomaly.gam.formats.seismic.SeismicEvent;
import org.geoanomaly.gam.formats.seismic.Station;
import org.geoanomaly.gam.formats.seismic.TextTable;
import org.geoanomaly.gam.formats.seismic.Values;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Reads pick CSV. Columns, in any order: {@code event_id}, {@code event_lat}, {@code event_lon}, {@code event_depth_km}, {@code
 * origin_time}, {@code station} ({@code NET.STA} or {@code STA}; the network perhaps in {@code network}), {@code station_lat}, {@code
 * station_lon}, {@code station_elev_m}, {@code phase}, and {@code arrival_time} or {@code travel_time_s}; {@code uncertainty_s} may follow.
 * Comma, semicolon or tab separates. A row without an origin time is only good with a travel time.
 */
public final class PickCsv {
    /** Travel times count from here where the file has no origin time. */
    private static final Instant NO_TIME = Instant.EPOCH;

    /** A travel time longer than any seismic phase needs, s. */
    private static final double LONGEST = 1e7;

    private final TextTable table;
    private final Path file;
    private final Map<String, EventRows> events = new LinkedHashMap<>();
    private final Map<String, Station> stations = new LinkedHashMap<>();
    private final int event;
    private final int arrival;
    private final int travel;
    private int incomplete;

    private static final class EventRows {
        private final String[] said;
        private final int line;
        private final @Nullable Origin origin;
        private final List<Pick> picks = new ArrayList<>();

        EventRows(String[] said, int line, @Nullable Origin origin) {
            this.said = said;
            this.line = line;
            this.origin = origin;
        }
    }

    private PickCsv(Path file, TextTable table) {
        this.file = file;
        this.table = table;
        this.event = table.column("event_id", "event");
        this.arrival = table.column("arrival_time");
        this.travel = table.column("travel_time_s");
    }

    /** Whether a header is that of pick CSV. */
    public static boolean matches(String header) {
        String h = header.toLowerCase(java.util.Locale.ROOT);
        return h.contains("event")
                && h.contains("station")
                && (h.contains("arrival_time") || h.contains("travel_time"));
    }

    /**
     * Reads a file.
     *
     * @throws DataFormatException if columns are missing, a value cannot be true or an event is described twice differently, naming the
     *     line
     */
    public static Bulletin read(Path file) throws IOException {
        try (TextTable table = TextTable.open(file, (char) 0)) {
            PickCsv reader = new PickCsv(file, table);
            reader.requireColumns();
            int row = 1;
            while (table.next()) {
                reader.row(++row);
            }
            return reader.result();
        }
    }

    private void requireColumns() {
        List<String> missing = new ArrayList<>();
        for (String name : new String[] {"event_lat", "event_lon", "event_depth_km", "station", "phase"}) {
            if (table.column(name) < 0) {
                missing.add(name);
            }
        }
        if (event < 0) {
            missing.add("event_id");
        }
        if (arrival < 0 && travel < 0) {
            missing.add("travel_time_s (or arrival_time with origin_time)");
        } else if (travel < 0 && table.column("origin_time") < 0) {
            missing.add("origin_time");
        }
        if (!missing.isEmpty()) {
            throw new DataFormatException(
                    file,
                    "has no column " + String.join(", ", missing) + "; its columns are "
                            + String.join(", ", table.header()),
                    "docs/seismic.md lists the columns of a pick file");
        }
    }

    private void row(int row) {
        String id = table.text(event);
        String code = table.text(table.column("station"));
        Values values = table.values();
        EventRows rows = event(id, row, values);
        Origin origin = rows.origin;
        @Nullable Instant time = time(origin, values);
        if (id.isEmpty() || code.isEmpty() || time == null) {
            incomplete++;
            return;
        }
        int dot = code.indexOf('.');
        String network = dot > 0 ? code.substring(0, dot) : table.text(table.column("network"));
        String station = dot > 0 ? code.substring(dot + 1).split("\\.", -1)[0] : code;
        station(network, station, values);
        double sigma = values.within(table.text(table.column("uncertainty_s")), "uncertainty_s", 0, 1e6);
        rows.picks.add(new Pick(
                network,
                station,
                table.text(table.column("phase")),
                time,
                sigma > 0 ? sigma : Double.NaN,
                Double.NaN,
                Double.NaN));
    }

    private EventRows event(String id, int line, Values values) {
        String[] said = {
            table.text(table.column("event_lat")),
            table.text(table.column("event_lon")),
            table.text(table.column("event_depth_km")),
            table.text(table.column("origin_time"))
        };
        EventRows known = events.get(id);
        if (known != null) {
            if (!java.util.Arrays.equals(known.said, said)) {
                throw table.problem("places event " + id + " at " + String.join(", ", said) + "; row " + known.line
                        + " has it at " + String.join(", ", known.said));
            }
            return known;
        }
        double latitude = values.latitude(said[0]);
        double longitude = values.longitude(said[1]);
        boolean timed = !Values.missing(said[3]);
        Instant time = timed ? values.time(said[3], "origin_time") : NO_TIME;
        boolean whole = !Double.isNaN(latitude + longitude) && (timed || travel >= 0);
        EventRows rows = new EventRows(
                said,
                line,
                whole ? new Origin(timed ? id : "", time, latitude, longitude, values.depthKm(said[2]), "") : null);
        events.put(id, rows);
        return rows;
    }

    private @Nullable Instant time(@Nullable Origin origin, Values values) {
        double seconds = values.within(table.text(travel), "travel_time_s", 0, LONGEST);
        if (origin != null && !Double.isNaN(seconds)) {
            return origin.time().plusNanos(Math.round(seconds * 1e9));
        }
        String text = table.text(arrival);
        boolean timed = origin != null && !origin.id().isEmpty();
        return timed && !Values.missing(text) ? values.time(text, "arrival_time") : null;
    }

    /** A station has one place in a file; one that was moved needs another code. */
    private void station(String network, String code, Values values) {
        double latitude = values.latitude(table.text(table.column("station_lat")));
        double longitude = values.longitude(table.text(table.column("station_lon")));
        if (Double.isNaN(latitude + longitude)) {
            return;
        }
        double elevation = values.elevation(table.text(table.column("station_elev_m")));
        Station here = new Station(network, code, "", latitude, longitude, elevation, null, null);
        Station known = stations.putIfAbsent(network + "." + code, here);
        if (known != null && !Objects.equals(known, here)) {
            throw table.problem("places station " + code + " at " + latitude + ", " + longitude + ", " + elevation
                    + " m; an earlier row has it at " + known.latitude() + ", " + known.longitude() + ", "
                    + known.elevation() + " m");
        }
    }

    private Bulletin result() {
        List<SeismicEvent> done = new ArrayList<>();
        events.forEach((id, e) -> done.add(new SeismicEvent(id, "", e.origin, Double.NaN, e.picks)));
        List<String> notes = incomplete == 0
                ? List.of()
                : List.of(incomplete + " rows have no event, station or time and were left out");
        return new Bulletin(done, List.copyOf(stations.values()), notes);
    }
}
