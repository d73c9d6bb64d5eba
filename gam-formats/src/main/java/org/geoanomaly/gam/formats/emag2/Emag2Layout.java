package org.geoanomaly.gam.formats.emag2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.text.DecimalCursor;
import org.geoanomaly.gam.grid.text.LineBlocks;

/**
 * The global grid of cells that an EMAG2 file fills, found from its first rows.
 *
 * @param geometry cells from −180 to 180 and 90 to −90
 * @param dataOffset byte offset of the first line of numbers
 */
record Emag2Layout(GridGeometry geometry, long dataOffset) {
    private static final int PEEK = 1 << 16;
    static final int FIELDS = 8;

    static Emag2Layout detect(Path path, FileChannel channel) throws IOException {
        byte[] bytes = LineBlocks.head(channel, PEEK);
        int length = bytes.length;
        int offset = 0;
        double[] first = line(bytes, 0, length);
        if (first.length != FIELDS) {
            String text = new String(bytes, 0, lineEnd(bytes, 0, length), StandardCharsets.ISO_8859_1);
            String lower = text.toLowerCase(Locale.ROOT);
            if (!lower.contains("lon") || !lower.contains("lat")) {
                throw new DataFormatException(
                        path + " line 1",
                        "is not EMAG2 data: eight numbers i,j,LON,LAT,SeaLevel,UpCont,Code,Error",
                        null,
                        null);
            }
            offset = text.length() + 1;
            first = line(bytes, offset, length);
        }
        return new Emag2Layout(geometry(path, bytes, offset, length), offset);
    }

    /** The step from the first pair of lines whose longitude and column number, or latitude and row number, differ. */
    private static GridGeometry geometry(Path path, byte[] bytes, int offset, int length) {
        double[] first = line(bytes, offset, length);
        int at = lineEnd(bytes, offset, length) + 1;
        while (first.length == FIELDS && at < length) {
            double[] other = line(bytes, at, length);
            if (other.length != FIELDS) {
                break;
            }
            double step = 0;
            if (other[0] != first[0]) {
                step = turn(other[2] - first[2]) / (other[0] - first[0]);
            } else if (other[1] != first[1]) {
                step = (other[3] - first[3]) / (other[1] - first[1]);
            }
            if (step != 0) {
                return geometry(path, Math.abs(step));
            }
            at = lineEnd(bytes, at, length) + 1;
        }
        throw new DataFormatException(path, "is not EMAG2 data: its first lines do not show the step of a grid");
    }

    private static GridGeometry geometry(Path path, double step) {
        double columns = Math.rint(360 / step);
        if (!(columns >= 36 && columns <= 21600) || columns % 2 != 0 || Math.abs(columns * step / 360 - 1) > 1e-3) {
            throw new DataFormatException(
                    path,
                    "has cells of " + step + "°, which do not divide the globe; EMAG2 has cells of 2 arc-minutes");
        }
        double exact = 360 / columns;
        return new GridGeometry(Crs.WGS84, -180, 90, exact, exact, (int) columns, (int) columns / 2, Registration.CELL);
    }

    private static double turn(double degrees) {
        return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
    }

    /** The numbers of the line that starts at {@code from}; too few if it has something else. */
    private static double[] line(byte[] bytes, int from, int length) {
        DecimalCursor cursor = new DecimalCursor(',').over(bytes, Math.min(from, length), lineEnd(bytes, from, length));
        double[] numbers = new double[FIELDS];
        int n = 0;
        while (n < FIELDS && !cursor.atLineEnd()) {
            numbers[n] = cursor.number();
            if (!cursor.valid()) {
                return new double[0];
            }
            n++;
        }
        return n == FIELDS && cursor.atLineEnd() ? numbers : new double[0];
    }

    private static int lineEnd(byte[] bytes, int from, int length) {
        int p = Math.min(from, length);
        while (p < length && bytes[p] != '\n') {
            p++;
        }
        return p;
    }
}
