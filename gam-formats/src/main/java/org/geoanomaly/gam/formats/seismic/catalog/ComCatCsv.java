package org.geoanomaly.gam.formats.seismic.catalog;

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

/** Reads CSV of the USGS catalogue, by the names in its header. */
public final class ComCatCsv {
    private ComCatCsv() {}

    /**
     * Reads the events; they have no picks.
     *
     * @throws DataFormatException if it is another format or a value cannot be true, naming the line
     */
    public static Bulletin read(Path file) throws IOException {
        try (TextTable table = TextTable.open(file, ',')) {
            int time = table.column("time");
            int latitude = table.column("latitude");
            int longitude = table.column("longitude");
            if (time < 0 || latitude < 0 || longitude < 0) {
                throw new DataFormatException(
                        file, "is not CSV of ComCat: it has no columns time, latitude and longitude");
            }
            List<SeismicEvent> events = new ArrayList<>();
            while (table.next()) {
                Values values = table.values();
                double lat = values.latitude(table.text(latitude));
                double lon = values.longitude(table.text(longitude));
                Instant when = values.time(table.text(time), "time");
                String id = table.text(table.column("id"));
                @Nullable
                Origin origin = Double.isNaN(lat + lon)
                        ? null
                        : new Origin(
                                id,
                                when,
                                lat,
                                lon,
                                values.depthKm(table.text(table.column("depth"))),
                                table.text(table.column("net")));
                double magnitude = values.optional(table.text(table.column("mag")), "magnitude");
                events.add(new SeismicEvent(id, table.text(table.column("place")), origin, magnitude, List.of()));
            }
            long unplaced = events.stream().filter(e -> e.origin() == null).count();
            return new Bulletin(
                    events,
                    List.of(),
                    unplaced == 0 ? List.of() : List.of(unplaced + " events have no latitude or longitude"));
        }
    }
}
