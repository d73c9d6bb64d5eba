package org.geoanomaly.gam.pipeline.forward;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.config.NearestName;
import org.jspecify.annotations.Nullable;

/**
 * Points in CSV: a header with {@code easting,northing,height} in any order and any further columns, then one point a line, metres, height
 * positive up. Lines that are empty or begin with {@code #} are left out. The lines are kept as they stand.
 */
public final class PointTable {
    private static final List<String> COLUMNS = List.of("easting", "northing", "height");
    private static final int MAX_LINE = 1 << 16;

    private final String header;
    private final List<String> lines;
    private final double[] coordinates;

    private PointTable(String header, List<String> lines, double[] coordinates) {
        this.header = header;
        this.lines = lines;
        this.coordinates = coordinates;
    }

    /**
     * Reads a file.
     *
     * @throws DataFormatException with the line, if it is not such a table
     */
    public static PointTable read(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return new Parser(file).parse(reader);
        } catch (NoSuchFileException e) {
            throw new DataFormatException(file.toString(), "does not exist", "check the path", e);
        } catch (CharacterCodingException e) {
            throw new DataFormatException(file.toString(), "is not UTF-8 text", null, e);
        } catch (IOException e) {
            String why = Files.isDirectory(file) ? "is a directory" : "cannot be read: " + e.getMessage();
            throw new DataFormatException(file.toString(), why, null, e);
        }
    }

    public int size() {
        return lines.size();
    }

    /** The header as it stands. */
    public String header() {
        return header;
    }

    /** The names in the header. */
    public List<String> columns() {
        return Parser.names(header);
    }

    /** The line of a point as it stands. */
    public String line(int i) {
        return lines.get(i);
    }

    public double easting(int i) {
        return coordinates[3 * i];
    }

    public double northing(int i) {
        return coordinates[3 * i + 1];
    }

    public double height(int i) {
        return coordinates[3 * i + 2];
    }

    private static final class Parser {
        private final Path file;
        private final int[] index = new int[COLUMNS.size()];
        private final List<String> lines = new ArrayList<>();
        private double[] coordinates = new double[3 * 1024];
        private int columns;

        Parser(Path file) {
            this.file = file;
        }

        PointTable parse(BufferedReader reader) throws IOException {
            String header = null;
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (text.length() > MAX_LINE) {
                    throw error(number, "is longer than 65536 characters: this is not a table of points", null);
                }
                if (text.isBlank() || text.startsWith("#")) {
                    continue;
                }
                if (header == null) {
                    header = text;
                    readHeader(text, number);
                } else {
                    readPoint(text, number);
                }
            }
            if (header == null) {
                throw new DataFormatException(file, "is empty", "the first line must be easting,northing,height");
            }
            return new PointTable(header, lines, Arrays.copyOf(coordinates, 3 * lines.size()));
        }

        static List<String> names(String header) {
            return Arrays.stream(header.split(",", -1))
                    .map(name -> name.trim().toLowerCase(Locale.ROOT))
                    .toList();
        }

        private void readHeader(String header, int number) {
            List<String> names = names(header);
            columns = names.size();
            for (int c = 0; c < index.length; c++) {
                String wanted = COLUMNS.get(c);
                index[c] = names.indexOf(wanted);
                if (index[c] < 0) {
                    String help = NearestName.of(wanted, names)
                            .map(near -> "is '" + near + "' meant?")
                            .orElse("the header must name easting,northing,height");
                    throw error(number, "has no column '" + wanted + "'", help);
                }
            }
        }

        private void readPoint(String line, int number) {
            String[] cells = line.split(",", -1);
            if (cells.length != columns) {
                throw error(number, "has " + cells.length + " columns, the header has " + columns, null);
            }
            int at = 3 * lines.size();
            if (at == coordinates.length) {
                coordinates = Arrays.copyOf(coordinates, 2 * coordinates.length);
            }
            for (int c = 0; c < index.length; c++) {
                coordinates[at + c] = value(cells[index[c]].trim(), COLUMNS.get(c), number);
            }
            lines.add(line);
        }

        private double value(String text, String column, int number) {
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // told below, with the finite case
            }
            throw error(number, "has no finite number in column '" + column + "': '" + text + "'", null);
        }

        private DataFormatException error(int number, String problem, @Nullable String help) {
            return new DataFormatException(file + ":" + number, problem, help, null);
        }
    }
}
