package org.geoanomaly.gam.formats.points;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.text.BadLineException;
import org.geoanomaly.gam.grid.text.LineBlocks;

/**
 * Reads a table of points. Finds out by itself whether commas, semicolons, tabs or blanks separate the fields, whether there is a header,
 * and which columns hold numbers. Lines that start with {@code #}, {@code %} or {@code >} are comments; the last comment before the data
 * names the columns if it has one word for each. Empty fields, {@code NaN}, {@code NA}, {@code null} and {@code *} are missing values.
 */
public final class PointReader {
    private PointReader() {}

    /**
     * Reads every column of numbers.
     *
     * @throws DataFormatException if there is no table of numbers, or a line does not fit in it
     */
    public static PointTable read(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            PointLayout layout = PointLayout.detect(path, channel);
            try {
                List<PointLines> parts = LineBlocks.walk(channel, layout.dataOffset(), 1, () -> new PointLines(layout));
                return parts.get(0).table(path.toString());
            } catch (BadLineException e) {
                throw new DataFormatException(
                        path + " line " + LineBlocks.lineNumber(channel, e.offset()), e.problem(), null, null);
            }
        }
    }

    /** Whether the first lines look like a table of at least three columns of numbers. */
    public static boolean matches(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return PointLayout.detect(path, channel).numeric().cardinality() >= 3;
        } catch (DataFormatException e) {
            return false;
        }
    }
}
