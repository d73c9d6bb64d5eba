package org.geoanomaly.gam.formats.seismic.fdsntext;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.formats.seismic.Bulletin;
import org.geoanomaly.gam.formats.seismic.Origin;
import org.geoanomaly.gam.formats.seismic.SeismicEvent;
import org.geoanomaly.gam.formats.seismic.TextTable;
import org.geoanomaly.gam.formats.seismic.Values;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.jspecify.annotations.Nullable;

/** Reads what an FDSN event service answers with {@code format=text}. */
public final class EventText {
    private static final int MAGNITUDE = 10;

    private EventText() {}

    /**
     * Reads the events; they have no picks. Fields may be empty, and comments may follow the rows. Columns go by their place, since the
     * standard fixes it and services spell the header as they like.
     *
     * @throws DataFormatException if it is another format or a value cannot be true, naming the line
     */
    public static Bulletin read(Path file) throws IOException {
        try (TextTable table = TextTable.open(file, '|')) {
            if (table.header().size() < 5 || !table.header().get(0).startsWith("eventid")) {
                throw new DataFormatException(
                        file, "is not text of an FDSN event service: its first line is no header");
            }
            List<SeismicEvent> events = new ArrayList<>();
            int unplaced = 0;
            while (table.next()) {
                SeismicEvent event = event(table);
                unplaced += event.origin() == null ? 1 : 0;
                events.add(event);
            }
            return new Bulletin(
                    events,
                    List.of(),
                    unplaced == 0 ? List.of() : List.of(unplaced + " events have no time, latitude or longitude"));
        }
    }

    private static SeismicEvent event(TextTable row) {
        if (row.fields() < 5) {
            throw row.problem("has " + row.fields() + " fields instead of 13 or 14; it may be truncated");
        }
        Values values = row.values();
        double latitude = values.latitude(row.text(2));
        double longitude = values.longitude(row.text(3));
        @Nullable Instant time = row.text(1).isEmpty() ? null : values.time(row.text(1), "time");
        @Nullable
        Origin origin = time == null || Double.isNaN(latitude + longitude)
                ? null
                : new Origin(row.text(0), time, latitude, longitude, values.depthKm(row.text(4)), row.text(5));
        return new SeismicEvent(
                row.text(0), row.text(12), origin, values.optional(row.text(MAGNITUDE), "magnitude"), List.of());
    }
}
