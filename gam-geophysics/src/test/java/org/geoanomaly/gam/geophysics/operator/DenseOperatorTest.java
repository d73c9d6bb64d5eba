package org.geoanomaly.gam.geophysics.operator;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.geophysics.body.Body;
import org.geoanomaly.gam.geophysics.body.BodyField;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.junit.jupiter.api.Test;

class DenseOperatorTest extends LinearOperatorContract {
    private static final AmbientField AMBIENT = new AmbientField(48_000, 60, 12);

    @Override
    LinearOperator create(FieldKernel kernel, Parallelism parallel) {
        return DenseOperator.of(MESH, GRID.points(MESH), kernel, parallel);
    }

    /** Random signs are the hardest case: the field is small against its parts. */
    @Test
    void the_field_is_the_sum_of_the_prisms_fields() {
        double[] density = random(MESH.cells(), 11);
        double[] susceptibility = random(MESH.cells(), 12);
        List<Body> bodies = new ArrayList<>();
        for (int cell = 0; cell < MESH.cells(); cell++) {
            int row = cell / MESH.nx();
            bodies.add(new Body(
                    MESH.cell(cell % MESH.nx(), row % MESH.ny(), row / MESH.ny()),
                    density[cell],
                    AMBIENT.induced(susceptibility[cell])));
        }
        BodyField exact = new BodyField(bodies);
        ObservationPoints points = GRID.points(MESH);
        double[] expectedGz = new double[points.size()];
        double[] expectedTmi = new double[points.size()];
        for (int i = 0; i < points.size(); i++) {
            var field = exact.at(points.easting(i), points.northing(i), points.height(i));
            expectedGz[i] = field.gz() * 1e5;
            expectedTmi[i] = AMBIENT.totalFieldAnomaly(field.magnetic()) * 1e9;
        }
        double[] gz = new double[points.size()];
        create(FieldKernel.gz(), Parallelism.sequential()).apply(density, gz);
        assertAlike(gz, expectedGz, 1e-6);
        double[] tmi = new double[points.size()];
        create(FieldKernel.tmi(AMBIENT), Parallelism.sequential()).apply(susceptibility, tmi);
        assertAlike(tmi, expectedTmi, 1e-6);
    }
}
