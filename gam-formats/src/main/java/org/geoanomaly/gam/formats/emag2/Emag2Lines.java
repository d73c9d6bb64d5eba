package org.geoanomaly.gam.formats.emag2;

import java.util.Locale;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.text.BadLineException;
import org.geoanomaly.gam.grid.text.DecimalCursor;
import org.geoanomaly.gam.grid.text.LineBlocks;

/** Puts the lines of an EMAG2 file into the array, each where its coordinates say. */
final class Emag2Lines implements LineBlocks.Reader {
    /** A NaN that no computation makes, for cells not yet seen. */
    static final int EMPTY = 0x7fc0_e0e0;

    private static final float VOID = 99999;
    private static final int NO_DATA = 999;
    private static final int AMBIGUOUS = 888;
    /** Cell centres are printed with six decimals; one further than this share of a cell from its place belongs to another grid. */
    private static final double TOLERANCE = 0.05;

    private final DecimalCursor cursor = new DecimalCursor(',');
    private final float[] values;
    private final int columns;
    private final int rows;
    private final double perDegree;
    private final Emag2Column column;
    private long lines;
    private long ambiguous;

    Emag2Lines(GridGeometry geometry, Emag2Column column, float[] values) {
        this.values = values;
        columns = geometry.columns();
        rows = geometry.rows();
        perDegree = columns / 360.0;
        this.column = column;
    }

    long lines() {
        return lines;
    }

    long ambiguous() {
        return ambiguous;
    }

    @Override
    public void read(byte[] bytes, int from, int to, long offset) {
        DecimalCursor c = cursor.over(bytes, from, to);
        while (!c.atEnd()) {
            if (!c.atLineEnd()) {
                line(c, offset + c.position() - from);
            }
            c.nextLine();
        }
    }

    private void line(DecimalCursor c, long offset) {
        c.skipField();
        c.skipField();
        double longitude = c.number();
        boolean good = c.valid();
        double latitude = c.number();
        good &= c.valid();
        boolean seaLevel = column == Emag2Column.SEA_LEVEL;
        if (!seaLevel) {
            c.skipField();
        }
        float value = c.numberAsFloat();
        good &= c.valid();
        if (seaLevel) {
            c.skipField();
        }
        double code = c.number();
        good &= c.valid() && !c.atLineEnd();
        double error = c.number();
        if (!good || !c.valid() || !c.atLineEnd()) {
            throw new BadLineException(offset, "is not eight numbers i,j,LON,LAT,SeaLevel,UpCont,Code,Error");
        }
        int at = index(longitude, latitude, offset);
        if (Float.floatToRawIntBits(values[at]) != EMPTY) {
            throw new BadLineException(offset, "repeats the cell at longitude " + longitude + ", latitude " + latitude);
        }
        boolean missing = value == VOID || code == NO_DATA;
        values[at] = missing ? Float.NaN : column == Emag2Column.ERROR ? positive(error) : value;
        if (code == AMBIGUOUS && !missing) {
            ambiguous++;
        }
        lines++;
    }

    /** Flags such as −888 are no errors. */
    private static float positive(double error) {
        return error > 0 ? (float) error : Float.NaN;
    }

    private int index(double longitude, double latitude, long offset) {
        double x = (longitude + 180) * perDegree;
        double y = (90 - latitude) * perDegree;
        if (x >= columns) {
            x -= columns;
        }
        int column = (int) x;
        int row = (int) y;
        if (!(x >= 0 && column < columns && y >= 0 && row < rows)
                || Math.abs(x - column - 0.5) > TOLERANCE
                || Math.abs(y - row - 0.5) > TOLERANCE) {
            throw new BadLineException(
                    offset,
                    String.format(
                            Locale.ROOT,
                            "has longitude %s, latitude %s, which is not the centre of a cell of %s arc-minutes",
                            longitude,
                            latitude,
                            Math.rint(6e6 / perDegree) / 1e5));
        }
        return row * columns + column;
    }
}
