package org.geoanomaly.gam.formats.seismic.hypodd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.geoanomaly.gam.formats.seismic.Station;
import org.geoanomaly.gam.formats.seismic.StationList;
import org.geoanomaly.gam.formats.seismic.TextLines;
import org.geoanomaly.gam.formats.seismic.Values;
import org.geoanomaly.gam.grid.error.DataFormatException;

/**
 * Reads a station file of hypoDD (Waldhauser 2001, section 5.1): {@code label latitude longitude}, in degrees, and perhaps the elevation in
 * metres (-9999 if unknown); further fields are ignored.
 */
public final class HypoDdStations {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern LINE = Pattern.compile(
            "(?=[0-9_]*[A-Za-z])[A-Za-z0-9_]{1,8}\\s+[-+]?\\d{1,2}(\\.\\d{0,12})?\\s+[-+]?\\d{1,3}(\\.\\d{0,12})?(\\s+[-+]?\\d{1,5}(\\.\\d{0,12})?(\\s.*)?)?");

    /** The number that networks write where they do not know an elevation. */
    private static final double UNKNOWN = -9999;

    private HypoDdStations() {}

    /** Whether a line looks like that of a station. */
    public static boolean matches(String line) {
        return LINE.matcher(line.strip()).matches();
    }

    /**
     * Reads a file. Lines that are the same count once.
     *
     * @throws DataFormatException if a line has fewer than three fields or a value cannot be true, naming the line
     */
    public static StationList read(Path file) throws IOException {
        try (TextLines lines = TextLines.open(file)) {
            Values values = new Values(lines::problem);
            Set<Station> stations = new LinkedHashSet<>();
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    stations.add(station(BLANKS.split(line.strip(), -1), lines, values));
                }
            }
            if (stations.isEmpty()) {
                throw new DataFormatException(file, "has no station");
            }
            return new StationList(List.of(), List.copyOf(stations), 0, List.of());
        }
    }

    private static Station station(String[] f, TextLines lines, Values values) {
        if (f.length < 3) {
            throw lines.problem("has " + f.length + " fields instead of station, latitude, longitude and elevation");
        }
        double latitude = values.latitude(f[1]);
        double longitude = values.longitude(f[2]);
        if (Double.isNaN(latitude + longitude)) {
            throw lines.problem("has a station without a place");
        }
        double elevation = f.length > 3 ? values.elevation(f[3]) : Double.NaN;
        elevation = elevation == UNKNOWN ? Double.NaN : elevation;
        return new Station("", f[0], "", latitude, longitude, elevation, null, null);
    }
}
