package org.geoanomaly.gam.geophysics.operator;

class FftOperatorTest extends LinearOperatorContract {
    @Override
    LinearOperator create(FieldKernel kernel, Workers workers) {
        return FftOperator.of(MESH, GRID, kernel, workers);
    }
}
