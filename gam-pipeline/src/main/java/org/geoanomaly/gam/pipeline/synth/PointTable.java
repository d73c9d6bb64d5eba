package org.geoanomaly.gam.pipeline.synth;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.jspecify.annotations.Nullable;

/**
 * Points from a CSV file whose header names a longitude and a latitude column and perhaps a height; the lines are kept so that results can be
 * appended to them.
 */
public final class PointTable {
    private static final Set<String> LATITUDE = Set.of("latitude", "lat", "y", "phi");
    private static final Set<String> LONGITUDE = Set.of("longitude", "lon", "lng", "long", "x", "lambda");
    private static final Set<String> HEIGHT =
            Set.of("height", "h", "height_m", "elevation", "altitude", "z", "ellipsoidal_height");
    private static final int MOST = 50_000_000;

    private final String header;
    private final List<String> lines;
    private final double[] latitudes;
    private final double[] longitudes;
    private final double @Nullable [] heights;

    private PointTable(String header, List<String> lines, double[][] columns, boolean withHeight) {
        this.header = header;
        this.lines = lines;
        this.latitudes = columns[0];
        this.longitudes = columns[1];
        this.heights = withHeight ? columns[2] : null;
    }

    /**
     * Reads a table.
     *
     * @throws DataFormatException if a column is missing or a line cannot be read; the message names the line
     */
    public static PointTable read(Path path) {
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            String header = reader.readLine();
            if (header == null) {
                throw new DataFormatException(path, "is empty");
            }
            header = header.startsWith("\ufeff") ? header.substring(1) : header;
            String[] names = header.toLowerCase(Locale.ROOT).split(",", -1);
            int[] at = {column(names, LATITUDE), column(names, LONGITUDE), column(names, HEIGHT)};
            if (at[0] < 0 || at[1] < 0) {
                throw new DataFormatException(
                        path,
                        "has no columns longitude and latitude in its header line '" + header + "'",
                        "name them longitude,latitude and, if there is one, height");
            }
            return rows(path, reader, header, at);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new GamException("there is no file " + path, e);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new DataFormatException(path.toString(), "is not text", null, e);
        } catch (IOException e) {
            throw new GamException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private static int column(String[] names, Set<String> wanted) {
        for (int i = 0; i < names.length; i++) {
            if (wanted.contains(names[i].trim().replace("\"", ""))) {
                return i;
            }
        }
        return -1;
    }

    private static PointTable rows(Path path, BufferedReader reader, String header, int[] at) throws IOException {
        List<String> lines = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        int number = 1;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String[] words = line.split(",", -1);
            double latitude = value(path, words, at[0], number);
            if (!(latitude >= -90 && latitude <= 90)) {
                throw new DataFormatException(path, "line " + number + " has latitude " + latitude);
            }
            double height = at[2] < 0 ? 0 : value(path, words, at[2], number);
            rows.add(new double[] {latitude, value(path, words, at[1], number), height});
            lines.add(line);
            if (rows.size() > MOST) {
                throw new DataFormatException(path, "has more than " + MOST + " points");
            }
        }
        double[][] columns = new double[3][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int k = 0; k < 3; k++) {
                columns[k][i] = rows.get(i)[k];
            }
        }
        return new PointTable(header, lines, columns, at[2] >= 0);
    }

    private static double value(Path path, String[] words, int at, int number) {
        if (at >= words.length) {
            throw new DataFormatException(path, "line " + number + " has too few columns");
        }
        try {
            double value = Double.parseDouble(words[at].trim());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new DataFormatException(
                    path.toString(), "line " + number + ": '" + words[at].trim() + "' is not a number", null, e);
        }
        throw new DataFormatException(path, "line " + number + ": '" + words[at].trim() + "' is not a number");
    }

    public int size() {
        return latitudes.length;
    }

    double[] latitudes() {
        return latitudes;
    }

    double[] longitudes() {
        return longitudes;
    }

    /** Heights of the table's own column, or null. */
    double @Nullable [] heights() {
        return heights;
    }

    String header() {
        return header;
    }

    List<String> lines() {
        return lines;
    }
}
