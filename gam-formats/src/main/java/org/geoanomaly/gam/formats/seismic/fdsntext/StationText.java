package org.geoanomaly.gam.formats.seismic.fdsntext;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.geoanomaly.gam.formats.seismic.Station;
import org.geoanomaly.gam.formats.seismic.StationList;
import org.geoanomaly.gam.formats.seismic.TextTable;
import org.geoanomaly.gam.formats.seismic.Values;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.jspecify.annotations.Nullable;

/** Reads what an FDSN station service answers with {@code format=text}, at level network, station or channel. */
public final class StationText {
    /** Which fields of a level mean what; -1 where it has none. */
    private enum Level {
        NETWORK(5, -1, -1, -1, 1, 2),
        STATION(8, 2, 3, 4, 5, 6),
        CHANNEL(17, 4, 5, 6, -1, 15);

        private final int fields;
        private final int latitude;
        private final int longitude;
        private final int elevation;
        private final int name;
        private final int start;

        Level(int fields, int latitude, int longitude, int elevation, int name, int start) {
            this.fields = fields;
            this.latitude = latitude;
            this.longitude = longitude;
            this.elevation = elevation;
            this.name = name;
            this.start = start;
        }
    }

    private final TextTable table;
    private final Level level;
    private final List<StationList.Network> networks = new ArrayList<>();
    private final Set<Station> stations = new LinkedHashSet<>();
    private final Set<String> codes = new LinkedHashSet<>();
    private int channels;
    private int unplaced;

    private StationText(TextTable table, Level level) {
        this.table = table;
        this.level = level;
    }

    /**
     * Reads a file. The number of fields tells the level; the names in the header do not matter. Channels of one station at one place and
     * time are one station.
     *
     * @throws DataFormatException if it is another format or a value cannot be true, naming the line
     */
    public static StationList read(Path file) throws IOException {
        try (TextTable table = TextTable.open(file, '|')) {
            int fields = table.header().size();
            if (fields < 3 || !table.header().get(0).startsWith("network")) {
                throw new DataFormatException(
                        file, "is not text of an FDSN station service: its first line is no header");
            }
            Level level = fields >= 15 ? Level.CHANNEL : fields >= 7 ? Level.STATION : Level.NETWORK;
            StationText reader = new StationText(table, level);
            while (table.next()) {
                reader.row();
            }
            return reader.result();
        }
    }

    private void row() {
        if (table.fields() < level.fields - 1) {
            throw table.problem(
                    "has " + table.fields() + " fields instead of " + level.fields + "; it may be truncated");
        }
        @Nullable Instant start = time(level.start, "start time");
        @Nullable Instant end = time(level.start + 1, "end time");
        if (level == Level.NETWORK) {
            networks.add(new StationList.Network(table.text(0), table.text(level.name), start, end));
            return;
        }
        codes.add(table.text(0));
        channels += level == Level.CHANNEL ? 1 : 0;
        Values values = table.values();
        double latitude = values.latitude(table.text(level.latitude));
        double longitude = values.longitude(table.text(level.longitude));
        if (table.text(1).isEmpty() || Double.isNaN(latitude + longitude)) {
            unplaced++;
            return;
        }
        double elevation = values.elevation(table.text(level.elevation));
        stations.add(new Station(
                table.text(0), table.text(1), table.text(level.name), latitude, longitude, elevation, start, end));
    }

    private @Nullable Instant time(int column, String what) {
        String text = table.text(column);
        return text.isEmpty() ? null : table.values().epoch(text, what);
    }

    private StationList result() {
        codes.forEach(c -> networks.add(new StationList.Network(c, "", null, null)));
        List<String> notes = new ArrayList<>();
        if (unplaced > 0) {
            notes.add(unplaced + " rows have no station code, latitude or longitude and were left out");
        }
        return new StationList(networks, List.copyOf(stations), channels, notes);
    }
}
