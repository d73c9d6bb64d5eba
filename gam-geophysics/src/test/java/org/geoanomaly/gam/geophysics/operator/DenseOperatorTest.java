package org.geoanomaly.gam.geophysics.operator;

class DenseOperatorTest extends LinearOperatorContract {
    @Override
    LinearOperator create(FieldKernel kernel, Parallelism parallel) {
        return DenseOperator.of(MESH, GRID.points(MESH), kernel, parallel);
    }
}
