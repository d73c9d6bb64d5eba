package org.geoanomaly.gam.pipeline.model;

import java.util.function.IntToDoubleFunction;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/**
 * A mesh with columns added around it, so that sources outside press into them and not into the model.
 *
 * @param inner the mesh of the answer
 * @param outer the one that is inverted
 * @param columns added on each side
 */
public record PaddedMesh(RegularMesh inner, RegularMesh outer, int columns) {
    public static PaddedMesh of(RegularMesh inner, int columns) {
        double[] thickness = new double[inner.nz()];
        for (int k = 0; k < thickness.length; k++) {
            thickness[k] = inner.thickness(k);
        }
        RegularMesh outer = RegularMesh.of(
                new double[] {inner.west(-columns), inner.south(-columns), inner.top()},
                inner.nx() + 2 * columns,
                inner.ny() + 2 * columns,
                new double[] {inner.dx(), inner.dy()},
                thickness);
        return new PaddedMesh(inner, outer, columns);
    }

    /** The cell of the padded mesh that is a cell of the inner one. */
    public int outerCell(int innerCell) {
        int i = innerCell % inner.nx();
        int j = innerCell / inner.nx() % inner.ny();
        int k = innerCell / (inner.nx() * inner.ny());
        return outer.index(i + columns, j + columns, k);
    }

    /** Values of the inner cells. */
    public float[] crop(IntToDoubleFunction outerValue) {
        float[] out = new float[inner.cells()];
        for (int c = 0; c < out.length; c++) {
            out[c] = (float) outerValue.applyAsDouble(outerCell(c));
        }
        return out;
    }
}
