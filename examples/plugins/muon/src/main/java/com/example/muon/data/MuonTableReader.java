package com.example.muon.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.geoanomaly.gam.grid.error.DataFormatException;

/**
 * Reads counts: lines {@code # key: value}, a header, a row for each detector and direction. Nothing in a file is believed: sizes are limited, names
 * must be known, every number must be one and lie where it can.
 */
public final class MuonTableReader {
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_ROWS = 200_000;
    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_NAME = 60;

    /** Columns of numbers with the least and greatest value. */
    private enum Column {
        LONGITUDE("longitude", -180, 360),
        LATITUDE("latitude", -90, 90),
        HEIGHT("height_m", -12_000, 9_000),
        AZIMUTH("azimuth_deg", -360, 360),
        ZENITH("zenith_deg", 0, 85),
        SOLID_ANGLE("solid_angle_sr", 1e-9, 6.3),
        AREA("area_m2", 1e-6, 1e4),
        DAYS("exposure_days", 1e-4, 1e5),
        COUNTS("counts", 0, 1e12),
        ROCK("rock_m", 0, 1e5);

        private final String title;
        private final double least;
        private final double most;

        Column(String title, double least, double most) {
            this.title = title;
            this.least = least;
            this.most = most;
        }
    }

    private static final String DETECTOR = "detector";
    private static final Set<String> KEYS = Set.of("resolution_m", "flux_scale", "threshold_gev", "synthetic");

    private final Path file;
    private final Map<String, String> facts = new TreeMap<>();
    private int number;

    private MuonTableReader(Path file) {
        this.file = file;
    }

    /**
     * The table of a file.
     *
     * @throws DataFormatException if it is none, with the line
     */
    public static MuonTable read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new DataFormatException(file, "is larger than " + (MOST_BYTES >> 20) + " MB, which no table of muon counts is");
        }
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return new MuonTableReader(file).all(in);
        } catch (MalformedInputException e) {
            throw new DataFormatException(file, "is not text in UTF-8");
        }
    }

    private MuonTable all(BufferedReader in) throws IOException {
        List<String> header = List.of();
        List<MuonTable.Row> rows = new ArrayList<>();
        for (String line = next(in); line != null; line = next(in)) {
            if (line.startsWith("#")) {
                fact(line.substring(1));
            } else if (!line.isBlank() && header.isEmpty()) {
                header = header(line);
            } else if (!line.isBlank()) {
                if (rows.size() == MOST_ROWS) {
                    throw wrong("has more than " + MOST_ROWS + " rows");
                }
                rows.add(row(header, line.split(",", -1)));
            }
        }
        if (rows.isEmpty()) {
            throw wrong("has no rows");
        }
        return new MuonTable(survey(), rows);
    }

    private String next(BufferedReader in) throws IOException {
        number++;
        String line = in.readLine();
        if (line != null && line.length() > LONGEST_LINE) {
            throw wrong("has a line of " + line.length() + " characters");
        }
        return line;
    }

    private DataFormatException wrong(String what) {
        return new DataFormatException(file, what + " (line " + number + ")");
    }

    private void fact(String text) {
        int colon = text.indexOf(':');
        String key = colon < 0 ? "" : text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (KEYS.contains(key) && facts.put(key, text.substring(colon + 1).strip()) != null) {
            throw wrong("says " + key + " twice");
        }
    }

    private MuonTable.Survey survey() {
        if (!facts.containsKey("resolution_m")) {
            throw wrong("does not say '# resolution_m: ...', the size of what the lines of sight can tell apart");
        }
        return new MuonTable.Survey(
                number("resolution_m", facts.get("resolution_m"), 0.1, 1e5),
                number("flux_scale", facts.getOrDefault("flux_scale", "1"), 0.1, 10),
                number("threshold_gev", facts.getOrDefault("threshold_gev", "0"), 0, 100),
                facts.getOrDefault("synthetic", "false").equals("true"));
    }

    private List<String> header(String line) {
        List<String> names = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
        for (String name : names) {
            boolean known = name.equals(DETECTOR) || Arrays.stream(Column.values()).anyMatch(c -> c.title.equals(name));
            if (!known) {
                throw wrong("has a column '" + shown(name) + "'; known are " + DETECTOR + ", " + titles());
            }
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                throw wrong("has the column " + name + " twice");
            }
        }
        for (Column column : Column.values()) {
            if (column != Column.ROCK && !names.contains(column.title)) {
                throw wrong("has no column " + column.title);
            }
        }
        if (!names.contains(DETECTOR)) {
            throw wrong("has no column " + DETECTOR);
        }
        return names;
    }

    private static String titles() {
        return String.join(", ", Arrays.stream(Column.values()).map(c -> c.title).toList());
    }

    private MuonTable.Row row(List<String> header, String[] parts) {
        if (parts.length != header.size()) {
            throw wrong("has a row of " + parts.length + " values below a header of " + header.size());
        }
        String detector = parts[header.indexOf(DETECTOR)].strip();
        if (detector.isEmpty() || detector.length() > LONGEST_NAME) {
            throw wrong("has a row whose detector has no name, or a very long one");
        }
        Map<Column, Double> v = new HashMap<>();
        for (Column c : Column.values()) {
            int at = header.indexOf(c.title);
            v.put(c, at < 0 ? Double.NaN : number(c.title, parts[at].strip(), c.least, c.most));
        }
        if (v.get(Column.COUNTS) != Math.rint(v.get(Column.COUNTS))) {
            throw wrong("has " + v.get(Column.COUNTS) + " counts, which are no whole number");
        }
        return new MuonTable.Row(
                detector,
                v.get(Column.LONGITUDE),
                v.get(Column.LATITUDE),
                v.get(Column.HEIGHT),
                v.get(Column.AZIMUTH),
                v.get(Column.ZENITH),
                v.get(Column.SOLID_ANGLE),
                v.get(Column.AREA),
                v.get(Column.DAYS),
                v.get(Column.COUNTS),
                v.get(Column.ROCK));
    }

    private double number(String name, String text, double least, double most) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw wrong("has '" + shown(text) + "' for " + name + ", which is no number");
        }
        if (!(value >= least && value <= most)) {
            throw wrong("has " + name + " " + shown(text) + "; it lies between " + least + " and " + most);
        }
        return value;
    }

    private static String shown(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) + "..." : clean;
    }
}
