package org.geoanomaly.gam.geophysics.operator;

/** Fills rows of the sensitivity matrix. An instance holds work space: one for each thread. */
interface RowKernel {
    /**
     * The field at a point of a unit of the property in each cell.
     *
     * @param out one value for each cell, overwritten
     */
    void fill(double easting, double northing, double height, double[] out);

    static RowKernel of(RegularMesh mesh, FieldKernel kernel) {
        if (kernel instanceof FieldKernel.VerticalGravity gravity) {
            return new GravityRows(mesh, gravity.factor());
        }
        return new SecondDerivativeRows(mesh, (FieldKernel.SecondDerivative) kernel);
    }
}
