package org.geoanomaly.gam.formats.vtk;

import java.util.ArrayList;
import java.util.List;

/** Cells of one shape anywhere in space, each with points of its own and one value for every field. */
public final class CellMesh {
    private static final String NAME = "[A-Za-z][A-Za-z0-9_]*";

    private final Shape shape;
    private final double[] points;
    private final List<ImageData.Field> fields = new ArrayList<>();
    private final List<ImageData.Constant> constants = new ArrayList<>();

    /** What the cells are, by VTK's numbers. */
    public enum Shape {
        VERTEX(1, 1),
        /** The lower face counter-clockwise seen from above, then the upper one. */
        HEXAHEDRON(12, 8);

        private final int type;
        private final int corners;

        Shape(int type, int corners) {
            this.type = type;
            this.corners = corners;
        }

        int type() {
            return type;
        }

        public int corners() {
            return corners;
        }
    }

    /**
     * Cells without fields.
     *
     * @param points x, y, z of every corner of every cell in turn, m; not copied
     */
    public CellMesh(Shape shape, double[] points) {
        if (points.length % (3 * shape.corners) != 0) {
            throw new IllegalArgumentException(points.length + " numbers are no points of cells");
        }
        this.shape = shape;
        this.points = points;
    }

    /** Adds a field; the first is the one that is shown. The array is not copied. */
    public CellMesh field(String name, float[] values) {
        if (!name.matches(NAME) || values.length != size()) {
            throw new IllegalArgumentException(values.length + " values of '" + name + "' for " + size() + " cells");
        }
        fields.add(new ImageData.Field(name, values));
        return this;
    }

    /** Adds a number about the whole, such as the latitude of the origin; a finite one. */
    public CellMesh constant(String name, double value) {
        if (!name.matches(NAME) || !Double.isFinite(value)) {
            throw new IllegalArgumentException("'" + name + "' = " + value + " cannot be a constant");
        }
        constants.add(new ImageData.Constant(name, value));
        return this;
    }

    /** Number of cells. */
    public int size() {
        return points.length / (3 * shape.corners);
    }

    Shape shape() {
        return shape;
    }

    double[] points() {
        return points;
    }

    List<ImageData.Field> fields() {
        return List.copyOf(fields);
    }

    List<ImageData.Constant> constants() {
        return List.copyOf(constants);
    }
}
