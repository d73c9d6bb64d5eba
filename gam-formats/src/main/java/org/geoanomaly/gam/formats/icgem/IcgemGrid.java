package org.geoanomaly.gam.formats.icgem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.text.BadLineException;
import org.geoanomaly.gam.grid.text.LineBlocks;
import org.geoanomaly.gam.grid.unit.Unit;

/**
 * Reads an ICGEM grid. Every value is placed by the coordinates on its own line, so rows may run either way and longitudes may be 0…360 or
 * −180…180; a node that is missing, doubled or off the grid of the header is an error with its line. A meridian that is given at both ends
 * (0 and 360) stays in both columns.
 */
public final class IcgemGrid {
    private final Path path;
    private final IcgemHeader header;

    private IcgemGrid(Path path, IcgemHeader header) {
        this.path = path;
        this.header = header;
    }

    /**
     * Reads the header only.
     *
     * @throws DataFormatException if the file is no ICGEM grid, or its header contradicts itself
     */
    public static IcgemGrid open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new IcgemGrid(path, IcgemHeaderReader.read(path, channel));
        }
    }

    public IcgemHeader header() {
        return header;
    }

    /** Reads the values in the unit of the file, on one thread for each processor; see {@link #read(Optional, boolean, int)}. */
    public FloatGrid read() throws IOException {
        return read(Optional.empty(), false, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Reads the values.
     *
     * @param unit the unit of the numbers, if the file's own statement is missing or not to be believed
     * @param otherBodies whether to accept the Moon, Mars and so on
     * @param threads how many threads may parse
     * @return a node-registered grid, gaps NaN
     * @throws DataFormatException if a line cannot be read, the nodes do not fill the grid, the body is not the Earth, or no unit is known
     */
    public FloatGrid read(Optional<Unit> unit, boolean otherBodies, int threads) throws IOException {
        if (!otherBodies && !header.body().equals("earth")) {
            throw new DataFormatException(
                    path,
                    "is a grid of the body '" + header.body() + "', not of the Earth",
                    "allow other bodies to read it");
        }
        Unit in = unit.or(header::unit)
                .orElseThrow(() -> new DataFormatException(
                        path,
                        "has values of " + header.functional() + " in the unknown unit '" + header.unitText() + "'",
                        "state the unit of the values"));
        return new FloatGrid(header.geometry(), in, column(false, threads));
    }

    /**
     * Reads the heights at which the values hold.
     *
     * @return metres on the nodes of the values
     * @throws DataFormatException if the file has no such column, or a line cannot be read, or the nodes do not fill the grid
     */
    public FloatGrid readHeights(int threads) throws IOException {
        if (header.heightColumn().isEmpty()) {
            throw new DataFormatException(path, "has no column of heights beside its values");
        }
        return new FloatGrid(header.geometry(), Unit.METRE, column(true, threads));
    }

    private float[] column(boolean heights, int threads) throws IOException {
        GridGeometry geometry = header.geometry();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            checkSize(channel.size() - header.dataOffset());
            float[] values = new float[geometry.size()];
            Arrays.fill(values, Float.intBitsToFloat(IcgemLines.EMPTY));
            try {
                List<IcgemLines> parts = LineBlocks.walk(
                        channel, header.dataOffset(), threads, () -> new IcgemLines(header, heights, values));
                complete(values, parts.stream().mapToLong(IcgemLines::nodes).sum(), channel);
            } catch (BadLineException e) {
                throw new DataFormatException(
                        path + " line " + LineBlocks.lineNumber(channel, e.offset()), e.problem(), null, null);
            }
            return values;
        }
    }

    /** A node takes at least six bytes ("0 0 0\n"), so a short file cannot ask for a large array. */
    private void checkSize(long bytes) {
        if (bytes < 6L * header.geometry().size() - 1) {
            throw new DataFormatException(
                    path,
                    "is truncated: its header promises " + header.geometry().size() + " nodes, but only " + bytes
                            + " bytes follow");
        }
    }

    private void complete(float[] values, long nodes, FileChannel channel) throws IOException {
        GridGeometry g = header.geometry();
        for (int i = 0; i < values.length; i++) {
            if (Float.floatToRawIntBits(values[i]) == IcgemLines.EMPTY) {
                String where = String.format(
                        Locale.ROOT, "longitude %.4f, latitude %.4f", g.x(i % g.columns()), g.y(i / g.columns()));
                throw new DataFormatException(
                        path,
                        "has " + nodes + " of the " + values.length + " nodes its header promises and ends at line "
                                + LineBlocks.lineNumber(channel, Math.max(0, channel.size() - 1))
                                + "; the first missing is at "
                                + where);
            }
        }
        if (nodes != values.length) {
            throw new DataFormatException(
                    path, "has " + nodes + " lines for the " + values.length + " nodes its header promises");
        }
    }
}
