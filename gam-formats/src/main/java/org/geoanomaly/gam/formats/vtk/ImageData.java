package org.geoanomaly.gam.formats.vtk;

import java.util.ArrayList;
import java.util.List;

/**
 * Equal boxes with one value each for every field. Cells count east fastest, then north, then upwards from the bottom, as VTK has it.
 */
public final class ImageData {
    private static final String NAME = "[A-Za-z][A-Za-z0-9_]*";

    private final int[] cells;
    private final double[] origin;
    private final double[] spacing;
    private final List<Field> fields = new ArrayList<>();
    private final List<Constant> constants = new ArrayList<>();

    /**
     * Boxes without fields.
     *
     * @param cells number of them along x, y, z
     * @param origin the corner with the lowest x, y, z, m
     * @param spacing sizes of a box, m
     */
    public ImageData(int[] cells, double[] origin, double[] spacing) {
        if (cells.length != 3 || origin.length != 3 || spacing.length != 3) {
            throw new IllegalArgumentException("an image has three axes");
        }
        long count = 1;
        for (int axis = 0; axis < 3; axis++) {
            if (cells[axis] < 1 || !(spacing[axis] > 0.0) || !Double.isFinite(origin[axis] + spacing[axis])) {
                throw new IllegalArgumentException("axis " + axis + " has " + cells[axis] + " cells of " + spacing[axis]
                        + " m from " + origin[axis]);
            }
            count *= cells[axis];
        }
        if (count > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(count + " cells are too many");
        }
        this.cells = cells.clone();
        this.origin = origin.clone();
        this.spacing = spacing.clone();
    }

    static final class Field {
        final String name;
        final float[] values;

        Field(String name, float[] values) {
            this.name = name;
            this.values = values;
        }
    }

    /** Adds a field; the first is the one that is shown. The array is not copied. */
    public ImageData field(String name, float[] values) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("'" + name + "' cannot name a field");
        }
        if (values.length != size()) {
            throw new IllegalArgumentException(values.length + " values of " + name + " for " + size() + " cells");
        }
        fields.add(new Field(name, values));
        return this;
    }

    /** A number about the image as a whole. */
    record Constant(String name, double value) {}

    /** Adds a number about the whole, such as the latitude of the origin; a finite one. */
    public ImageData constant(String name, double value) {
        if (!name.matches(NAME) || !Double.isFinite(value)) {
            throw new IllegalArgumentException("'" + name + "' = " + value + " cannot be a constant");
        }
        constants.add(new Constant(name, value));
        return this;
    }

    /** Names of the fields, in order. */
    public List<String> fieldNames() {
        return fields.stream().map(f -> f.name).toList();
    }

    /** The values of a field, not a copy. */
    public float[] values(String field) {
        return fields.stream()
                .filter(f -> f.name.equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no field " + field))
                .values;
    }

    /** Number of cells. */
    public int size() {
        return cells[0] * cells[1] * cells[2];
    }

    int cells(int axis) {
        return cells[axis];
    }

    double origin(int axis) {
        return origin[axis];
    }

    double spacing(int axis) {
        return spacing[axis];
    }

    List<Constant> constants() {
        return List.copyOf(constants);
    }

    List<Field> fields() {
        return List.copyOf(fields);
    }
}
