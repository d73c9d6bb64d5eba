package org.geoanomaly.gam.geophysics.operator;

class DenseOperatorTest extends LinearOperatorContract {
    @Override
    LinearOperator create(FieldKernel kernel, Workers workers) {
        return DenseOperator.of(MESH, GRID.points(MESH), kernel, workers);
    }
}
