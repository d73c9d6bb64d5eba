package org.geoanomaly.gam.formats.icgem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.text.LineBlocks;
import org.jspecify.annotations.Nullable;

/** Parses the head of a {@code .gdf} file and checks that it agrees with itself. */
final class IcgemHeaderReader {
    private static final int LONGEST_HEADER = 1 << 16;
    private static final String END = "end_of_head";

    private final Path path;
    private final List<IcgemHeader.Key> keys = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();

    private IcgemHeaderReader(Path path) {
        this.path = path;
    }

    static IcgemHeader read(Path path, FileChannel channel) throws IOException {
        return new IcgemHeaderReader(path).read(channel);
    }

    private IcgemHeader read(FileChannel channel) throws IOException {
        String text = new String(LineBlocks.head(channel, LONGEST_HEADER), StandardCharsets.ISO_8859_1);
        int end = endOfHead(text);
        int data = text.indexOf('\n', end + 1);
        text.substring(0, end).lines().forEach(this::line);
        String functional = firstWord(value("functional").orElse(""));
        return new IcgemHeader(
                firstWord(value("body").orElse("earth")).toLowerCase(Locale.ROOT),
                value("modelname").orElse(""),
                functional,
                firstWord(value("unit").orElse("")),
                number("height_over_ell"),
                number("max_used_degree").stream().mapToObj(d -> (int) d).findFirst(),
                value("tide_system").orElse(""),
                number("gapvalue"),
                geometry(),
                keys,
                columns,
                data < 0 ? text.length() : data + 1);
    }

    private int endOfHead(String text) {
        int at = text.startsWith(END) ? 0 : text.indexOf("\n" + END);
        if (at < 0) {
            throw new DataFormatException(
                    path, "is not an ICGEM grid: its first " + text.length() + " bytes hold no line '" + END + "'");
        }
        return at;
    }

    private void line(String line) {
        String[] words = line.trim().split("\\s+", 2);
        if (words[0].isEmpty() || words[0].startsWith("#")) {
            return;
        }
        if (words[0].equalsIgnoreCase("longitude") || words[0].equalsIgnoreCase("latitude")) {
            columns.clear();
            columns.addAll(List.of(line.trim().toLowerCase(Locale.ROOT).split("\\s+")));
        } else if (!words[0].startsWith("[")) {
            keys.add(new IcgemHeader.Key(words[0].toLowerCase(Locale.ROOT), words.length > 1 ? words[1].trim() : ""));
        }
    }

    private GridGeometry geometry() {
        double north = required("latlimit_north");
        double south = required("latlimit_south");
        double west = required("longlimit_west");
        double east = required("longlimit_east");
        OptionalDouble step = number("gridstep");
        if (!(north <= 90.000001 && south >= -90.000001 && south < north && west < east && east - west <= 360.000001)) {
            throw bad("limits " + south + ".." + north + ", " + west + ".." + east + " are not a box on the globe");
        }
        int rows = count("latitude_parallels", north - south, step);
        int columnCount = count("longitude_parallels", east - west, step);
        if ((long) rows * columnCount > Integer.MAX_VALUE - 8) {
            throw bad("header asks for " + columnCount + " x " + rows + " nodes, more than can be held");
        }
        OptionalDouble total = number("number_of_gridpoints");
        if (total.isPresent() && total.getAsDouble() != (double) rows * columnCount) {
            throw bad("header says number_of_gridpoints " + (long) total.getAsDouble() + " but " + columnCount + " x "
                    + rows + " parallels are " + (long) rows * columnCount);
        }
        return GridGeometry.ofNodes(Crs.WGS84, west, east, south, north, columnCount, rows);
    }

    /** Nodes along one axis, from the stated count or the step, which must agree. */
    private int count(String key, double extent, OptionalDouble step) {
        OptionalDouble stated = number(key);
        if (stated.isEmpty() && step.isEmpty()) {
            throw bad("header has neither " + key + " nor gridstep");
        }
        if (step.isPresent() && !(step.getAsDouble() > 0)) {
            throw bad("gridstep " + step.getAsDouble() + " is not positive");
        }
        double counted = step.isPresent() ? extent / step.getAsDouble() + 1 : stated.getAsDouble();
        double n = stated.orElse(Math.rint(counted));
        if (!(n >= 2 && n <= 10_000_000 && n == Math.rint(n))) {
            throw bad(key + " is " + n + ", which is not a possible number of nodes");
        }
        if (Math.abs(counted - n) > 0.05) {
            throw bad(String.format(
                    Locale.ROOT,
                    "header contradicts itself: %s is %d, but an extent of %.6f° in steps of %s° has %.2f nodes",
                    key,
                    (int) n,
                    extent,
                    step.getAsDouble(),
                    counted));
        }
        return (int) n;
    }

    private double required(String key) {
        OptionalDouble v = number(key);
        if (v.isEmpty()) {
            throw bad("header lacks " + key);
        }
        return v.getAsDouble();
    }

    private OptionalDouble number(String key) {
        @Nullable String text = value(key).orElse(null);
        if (text == null || text.isBlank()) {
            return OptionalDouble.empty();
        }
        try {
            double v = Double.parseDouble(firstWord(text).replace('D', 'E').replace('d', 'e'));
            if (Double.isFinite(v)) {
                return OptionalDouble.of(v);
            }
        } catch (NumberFormatException e) {
            // said below, together with values such as "Infinity"
        }
        if (key.equals("gapvalue") && firstWord(text).equalsIgnoreCase("nan")) {
            return OptionalDouble.empty();
        }
        throw bad("header value '" + key + " " + text + "' is not a number");
    }

    private Optional<String> value(String key) {
        return keys.stream()
                .filter(k -> k.name().equals(key))
                .map(IcgemHeader.Key::value)
                .findFirst();
    }

    private static String firstWord(String text) {
        return text.trim().split("\\s+", 2)[0];
    }

    private DataFormatException bad(String problem) {
        return new DataFormatException(path + ": the ICGEM header:", problem, null, null);
    }
}
