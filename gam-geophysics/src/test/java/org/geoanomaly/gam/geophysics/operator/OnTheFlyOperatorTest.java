package org.geoanomaly.gam.geophysics.operator;

class OnTheFlyOperatorTest extends LinearOperatorContract {
    @Override
    LinearOperator create(FieldKernel kernel, Workers workers) {
        return new OnTheFlyOperator(MESH, GRID.points(MESH), kernel, workers);
    }
}
