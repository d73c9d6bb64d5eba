package org.geoanomaly.gam.grid.array;

import java.io.Serializable;
import java.util.Arrays;
import org.geoanomaly.gam.grid.error.UnitMismatchException;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.unit.Unit;

/**
 * Single-precision values on a grid, row-major, row 0 in the north; NaN is no-data. The array is shared, not copied: whoever passes it in
 * gives it away.
 */
public final class FloatGrid implements Serializable {
    private final GridGeometry geometry;
    private final Unit unit;
    private final float[] values;

    public FloatGrid(GridGeometry geometry, Unit unit, float[] values) {
        if (values.length != geometry.size()) {
            throw new IllegalArgumentException(
                    values.length + " values do not fill " + geometry.columns() + " x " + geometry.rows() + " cells");
        }
        this.geometry = geometry;
        this.unit = unit;
        this.values = values;
    }

    /** A grid of no-data. */
    public static FloatGrid empty(GridGeometry geometry, Unit unit) {
        float[] values = new float[geometry.size()];
        Arrays.fill(values, Float.NaN);
        return new FloatGrid(geometry, unit, values);
    }

    public GridGeometry geometry() {
        return geometry;
    }

    public Unit unit() {
        return unit;
    }

    /** The backing array, row-major. */
    public float[] values() {
        return values;
    }

    public float get(int column, int row) {
        return values[row * geometry.columns() + column];
    }

    /** A copy of the window that starts at (column, row). */
    public FloatGrid window(int column, int row, int width, int height) {
        GridGeometry part = geometry.window(column, row, width, height);
        float[] out = new float[part.size()];
        for (int r = 0; r < height; r++) {
            System.arraycopy(values, (row + r) * geometry.columns() + column, out, r * width, width);
        }
        return new FloatGrid(part, unit, out);
    }

    /** The same values in another unit of the same dimension; this grid if nothing changes. */
    public FloatGrid in(Unit target) {
        double factor = unit.factorTo(target);
        if (factor == 1.0) {
            return unit == target ? this : new FloatGrid(geometry, target, values);
        }
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (values[i] * factor);
        }
        return new FloatGrid(geometry, target, out);
    }

    /** This grid, if it carries the expected unit. */
    public FloatGrid require(Unit expected) {
        if (unit != expected) {
            throw new UnitMismatchException(
                    "expected values in " + expected.symbol() + " but they are in " + unit.symbol());
        }
        return this;
    }
}
