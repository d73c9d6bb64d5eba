package org.geoanomaly.gam.geophysics.operator;

class FftOperatorTest extends LinearOperatorContract {
    @Override
    LinearOperator create(FieldKernel kernel, Parallelism parallel) {
        return FftOperator.of(MESH, GRID, kernel, parallel);
    }
}
