package org.geoanomaly.gam.formats.sgt;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code .sgt} files: the number of sensors, a line {@code # x y} (or {@code x z}, {@code x y z}), the sensors, the number of
 * measurements, a line {@code # s g t} (perhaps with {@code err} and {@code valid}, times perhaps {@code t/ms}), the measurements. Sensors
 * count from 1 in the file. With two coordinates the second is the height; three are projected onto the straight line that the survey
 * follows.
 */
public final class SgtReader {
    private static final int MOST = 2_000_000;
    private static final long LARGEST = 256L << 20;
    /** Sensors of a profile may leave its line by this share of its length. */
    private static final double STRAIGHT = 0.02;

    private final SgtLines lines;
    private final int most;

    /** @param most lines that the file can have */
    private SgtReader(SgtLines lines, int most) {
        this.lines = lines;
        this.most = most;
    }

    /**
     * Reads a file.
     *
     * @throws DataFormatException if it is not a refraction data file, naming the line
     */
    public static SgtData read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > LARGEST) {
            throw new DataFormatException(file, "is too large for a refraction data file");
        }
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return new SgtReader(new SgtLines(file, reader), (int) Math.min(MOST, size)).read();
        }
    }

    private List<String> line(String what) throws IOException {
        @Nullable List<String> words = lines.next();
        if (words == null) {
            throw lines.problem("is the last: the file is truncated before " + what);
        }
        return words;
    }

    private SgtData read() throws IOException {
        int sensors = lines.whole(line("the number of sensors"), 0, "the number of sensors", 2, Math.max(most, 2));
        lines.comment();
        double[][] places = null;
        List<String> names = List.of();
        for (int i = 0; i < sensors; i++) {
            List<String> words = line("sensor " + (i + 1));
            if (places == null) {
                names = lines.comment();
                int columns = names.isEmpty() ? Math.min(words.size(), 3) : names.size();
                if (columns < 2 || columns > 3) {
                    throw lines.problem("has " + columns + " coordinates; a sensor has x and z, or x, y and z");
                }
                places = new double[columns][sensors];
            }
            for (int c = 0; c < places.length; c++) {
                places[c][i] = lines.number(words, c, "coordinate " + (c + 1) + " of sensor " + (i + 1));
            }
        }
        double[][] profile = profile(places == null ? new double[2][0] : places, names);
        int count =
                lines.whole(line("the number of measurements"), 0, "the number of measurements", 1, Math.max(most, 1));
        lines.comment();
        return measurements(profile, count);
    }

    private double[][] profile(double[][] places, List<String> names) {
        if (places.length == 2) {
            return places;
        }
        int zAt = names.isEmpty() ? 2 : names.indexOf("z");
        if (zAt < 0) {
            throw lines.problem("follows sensors whose coordinates are named " + String.join(", ", names)
                    + "; they should be x, y and z");
        }
        double[] x = places[zAt == 0 ? 1 : 0];
        double[] y = places[zAt == 2 ? 1 : 2];
        int far = 0;
        for (int i = 1; i < x.length; i++) {
            far = Math.hypot(x[i] - x[0], y[i] - y[0]) > Math.hypot(x[far] - x[0], y[far] - y[0]) ? i : far;
        }
        double length = Math.hypot(x[far] - x[0], y[far] - y[0]);
        double[] along = new double[x.length];
        for (int i = 0; i < x.length && length > 0; i++) {
            double dx = x[i] - x[0];
            double dy = y[i] - y[0];
            along[i] = (dx * (x[far] - x[0]) + dy * (y[far] - y[0])) / length;
            double off = Math.abs(dx * (y[far] - y[0]) - dy * (x[far] - x[0])) / length;
            if (off > STRAIGHT * length) {
                throw lines.problem(
                        "follows sensors that do not lie along a line: sensor " + (i + 1) + " is " + off + " m off");
            }
        }
        return new double[][] {along, places[zAt]};
    }

    private record Columns(int shot, int geophone, int time, double scale, int error, int valid) {}

    private Columns columns() {
        List<String> names = lines.comment();
        if (names.isEmpty()) {
            return new Columns(0, 1, 2, 1, -1, -1);
        }
        int time = Math.max(names.indexOf("t"), names.indexOf("t/s"));
        double scale = 1;
        if (time < 0) {
            time = names.indexOf("t/ms");
            scale = 1e-3;
        }
        Columns found = new Columns(
                names.indexOf("s"), names.indexOf("g"), time, scale, names.indexOf("err"), names.indexOf("valid"));
        if (found.shot < 0 || found.geophone < 0 || time < 0) {
            throw lines.problem(
                    "follows columns named " + String.join(", ", names) + "; s, g and t must be among them");
        }
        return found;
    }

    private SgtData measurements(double[][] profile, int count) throws IOException {
        int sensors = profile[0].length;
        int[] shot = new int[Math.min(count, 1024)];
        int[] geophone = new int[shot.length];
        double[] time = new double[shot.length];
        double[] error = new double[shot.length];
        Columns columns = null;
        int n = 0;
        for (int i = 0; i < count; i++) {
            List<String> words = line("measurement " + (i + 1) + " of " + count);
            columns = columns == null ? columns() : columns;
            if (columns.valid >= 0 && lines.number(words, columns.valid, "validity") == 0) {
                continue;
            }
            if (n == time.length) {
                int more = Math.min(count, 2 * n);
                shot = Arrays.copyOf(shot, more);
                geophone = Arrays.copyOf(geophone, more);
                time = Arrays.copyOf(time, more);
                error = Arrays.copyOf(error, more);
            }
            shot[n] = lines.whole(words, columns.shot, "shot", 1, sensors) - 1;
            geophone[n] = lines.whole(words, columns.geophone, "geophone", 1, sensors) - 1;
            time[n] = lines.number(words, columns.time, "time") * columns.scale;
            error[n] = columns.error < 0 ? 0 : lines.number(words, columns.error, "error");
            if (time[n] < 0 || error[n] < 0) {
                throw lines.problem("has a negative " + (time[n] < 0 ? "time" : "error"));
            }
            n++;
        }
        boolean errors = columns != null && columns.error >= 0;
        return new SgtData(
                profile[0],
                profile[1],
                Arrays.copyOf(shot, n),
                Arrays.copyOf(geophone, n),
                Arrays.copyOf(time, n),
                errors ? Arrays.copyOf(error, n) : null,
                count - n);
    }
}
