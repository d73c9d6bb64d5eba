package org.geoanomaly.gam.geophysics.operator;

class OnTheFlyOperatorTest extends LinearOperatorContract {
    @Override
    LinearOperator create(FieldKernel kernel, Parallelism parallel) {
        return new OnTheFlyOperator(MESH, GRID.points(MESH), kernel, parallel);
    }
}
