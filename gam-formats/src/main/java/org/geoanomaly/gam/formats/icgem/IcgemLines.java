package org.geoanomaly.gam.formats.icgem;

import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.text.BadLineException;
import org.geoanomaly.gam.grid.text.DecimalCursor;
import org.geoanomaly.gam.grid.text.LineBlocks;

/** Puts the lines of an ICGEM grid into the array, each where its coordinates say. */
final class IcgemLines implements LineBlocks.Reader {
    /** A NaN that no computation makes, for nodes not yet seen. */
    static final int EMPTY = 0x7fc0_e0e0;
    /** Coordinates are printed with few decimals; a node further than this share of a step from its place belongs to another grid. */
    private static final double TOLERANCE = 0.1;

    private final DecimalCursor cursor = new DecimalCursor();
    private final float[] values;
    private final int columns;
    private final int rows;
    private final double west;
    private final double north;
    private final double perDegreeX;
    private final double perDegreeY;
    private final float gap;
    private final boolean latitudeFirst;
    private final boolean heights;
    private long nodes;

    /**
     * @param heights whether the third of four columns is wanted, not the last one
     */
    IcgemLines(IcgemHeader header, boolean heights, float[] values) {
        GridGeometry g = header.geometry();
        this.values = values;
        columns = g.columns();
        rows = g.rows();
        west = g.x(0);
        north = g.y(0);
        perDegreeX = 1 / g.dx();
        perDegreeY = 1 / g.dy();
        this.heights = heights;
        gap = heights ? Float.NaN : (float) header.gapValue().orElse(Double.NaN);
        List<String> names = header.columns();
        latitudeFirst = !names.isEmpty() && names.get(0).equals("latitude");
    }

    long nodes() {
        return nodes;
    }

    @Override
    public void read(byte[] bytes, int from, int to, long offset) {
        DecimalCursor c = cursor.over(bytes, from, to);
        while (!c.atEnd()) {
            if (c.atLineEnd()) {
                c.nextLine();
                continue;
            }
            long line = offset + c.position() - from;
            double first = c.number();
            boolean good = c.valid();
            double second = c.number();
            good &= c.valid();
            float value = c.numberAsFloat();
            good &= c.valid();
            if (!c.atLineEnd()) {
                float last = c.numberAsFloat();
                value = heights ? value : last;
                good &= c.valid();
            }
            if (!good || !c.atLineEnd()) {
                throw new BadLineException(
                        line, "is not three or four numbers (longitude, latitude, perhaps height, value)");
            }
            int at = latitudeFirst ? index(second, first, line) : index(first, second, line);
            if (Float.floatToRawIntBits(values[at]) != EMPTY) {
                throw new BadLineException(line, "repeats the node at " + first + " " + second);
            }
            values[at] = value == gap || Float.isNaN(value) ? Float.NaN : value;
            nodes++;
            c.nextLine();
        }
    }

    private int index(double longitude, double latitude, long line) {
        double x = (longitude - west) * perDegreeX;
        double y = (north - latitude) * perDegreeY;
        int column = (int) Math.rint(x);
        int row = (int) Math.rint(y);
        if (column < 0 || column >= columns) {
            double turned = longitude + (column < 0 ? 360 : -360);
            x = (turned - west) * perDegreeX;
            column = (int) Math.rint(x);
        }
        if (!(column >= 0 && column < columns && row >= 0 && row < rows)
                || !(Math.abs(x - column) < TOLERANCE && Math.abs(y - row) < TOLERANCE)) {
            throw new BadLineException(
                    line,
                    String.format(
                            Locale.ROOT,
                            "has longitude %s, latitude %s, which is no node of the grid in the header",
                            longitude,
                            latitude));
        }
        return row * columns + column;
    }
}
