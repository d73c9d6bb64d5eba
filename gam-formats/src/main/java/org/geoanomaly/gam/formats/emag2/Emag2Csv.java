package org.geoanomaly.gam.formats.emag2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.text.BadLineException;
import org.geoanomaly.gam.grid.text.LineBlocks;
import org.geoanomaly.gam.grid.unit.Unit;

/**
 * Reads an EMAG2 v3 CSV file, {@code i,j,LON,LAT,SeaLevel,UpCont,Code,Error}. Cells are placed by LON and LAT, in either convention of
 * longitudes and either order of rows; a cell that the file leaves out has no data.
 *
 * <p>A value of 99999 is no-data, as is every cell of Code 999 ("no data is reported", Error −999). Code 888 (Error −888) marks cells at the
 * edges of surveys whose source is ambiguous: their values are kept, and counted in {@link Result#ambiguous()}.
 */
public final class Emag2Csv {
    /** An EMAG2 line has at least this many bytes ("1,1,0,0,0,0,0,0\n"). */
    private static final int SHORTEST_LINE = 16;

    private Emag2Csv() {}

    /** The grid, from −180 to 180, and what the lines said about it. */
    public static final class Result {
        private final FloatGrid grid;
        private final long lines;
        private final long ambiguous;

        Result(FloatGrid grid, long lines, long ambiguous) {
            this.grid = grid;
            this.lines = lines;
            this.ambiguous = ambiguous;
        }

        public FloatGrid grid() {
            return grid;
        }

        /** How many cells the file listed. */
        public long lines() {
            return lines;
        }

        /** How many cells have a value but Code 888, source ambiguous. */
        public long ambiguous() {
            return ambiguous;
        }
    }

    /**
     * Reads one column.
     *
     * @param threads how many threads may parse
     * @return cell-registered values in nT
     * @throws DataFormatException if a line is not eight numbers, off the grid or given twice
     */
    public static Result read(Path path, Emag2Column column, int threads) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            Emag2Layout layout = Emag2Layout.detect(path, channel);
            float[] values = new float[layout.geometry().size()];
            Arrays.fill(values, Float.intBitsToFloat(Emag2Lines.EMPTY));
            try {
                List<Emag2Lines> parts = LineBlocks.walk(
                        channel, layout.dataOffset(), threads, () -> new Emag2Lines(layout.geometry(), column, values));
                for (int i = 0; i < values.length; i++) {
                    values[i] = Float.isNaN(values[i]) ? Float.NaN : values[i];
                }
                return new Result(
                        new FloatGrid(layout.geometry(), Unit.NANOTESLA, values),
                        parts.stream().mapToLong(Emag2Lines::lines).sum(),
                        parts.stream().mapToLong(Emag2Lines::ambiguous).sum());
            } catch (BadLineException e) {
                throw new DataFormatException(
                        path + " line " + LineBlocks.lineNumber(channel, e.offset()), e.problem(), null, null);
            }
        }
    }

    /** Whether the first lines look like EMAG2 v3. */
    public static boolean matches(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            if (channel.size() < SHORTEST_LINE) {
                return false;
            }
            Emag2Layout.detect(path, channel);
            return true;
        } catch (DataFormatException e) {
            return false;
        }
    }
}
