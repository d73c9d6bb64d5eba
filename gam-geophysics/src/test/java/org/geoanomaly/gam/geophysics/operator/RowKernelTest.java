package org.geoanomaly.gam.geophysics.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.geophysics.body.Body;
import org.geoanomaly.gam.geophysics.body.BodyField;
import org.geoanomaly.gam.geophysics.body.Prism;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.geophysics.magnetic.Vector3;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows from shared nodes against the field of each prism by itself. */
class RowKernelTest {
    private static final RegularMesh MESH = RegularMesh.of(
            new double[] {500_000, -300, 40}, 14, 11, new double[] {25, 40}, new double[] {5, 10, 20, 40, 80, 300});
    private static final AmbientField AMBIENT = new AmbientField(48_000, -35, 12);

    @ParameterizedTest
    @CsvSource({
        "500012.5,-280,41",
        "500101,-101,40",
        "500110,-90,40",
        "500110,-91,30",
        "499000,100,90",
        "500175,-60,10040",
        "500112.5,-80,-7",
        "500112.5,-80,-600",
        "500112.5,-160,33",
        "560000,4000,500",
        "500026,-261,-41"
    })
    void every_cell_is_that_prism(double e, double n, double u) {
        Vector3 direction = Vector3.ofDirection(20, -70);
        double[] gz = row(FieldKernel.gz(), e, n, u);
        double[] gzz = row(FieldKernel.gzz(), e, n, u);
        double[] tmi = row(FieldKernel.tmi(AMBIENT), e, n, u);
        double[] remanent = row(FieldKernel.tmi(AMBIENT, direction), e, n, u);
        double strength = AMBIENT.induced(1).norm();
        double rounding = 1e-13 * Math.hypot(Math.hypot(e - 500_100, n), u) / 10;
        for (int k = 0; k < MESH.nz(); k++) {
            for (int j = 0; j < MESH.ny(); j++) {
                for (int i = 0; i < MESH.nx(); i++) {
                    int cell = MESH.index(i, j, k);
                    BodyField induced = new BodyField(List.of(new Body(MESH.cell(i, j, k), 1, AMBIENT.induced(1))));
                    BodyField other =
                            new BodyField(List.of(Body.ofMagnetization(MESH.cell(i, j, k), direction.times(strength))));
                    var field = induced.at(e, n, u);
                    assertThat(gz[cell]).isCloseTo(field.gz() * 1e5, within(1e-8 * Math.abs(gz[cell]) + 1e-14));
                    assertThat(gzz[cell])
                            .as("cell %s %s %s", i, j, k)
                            .isCloseTo(field.gradient().uu() * 1e9, within(1e-10 * rounding + 1e-13));
                    assertThat(tmi[cell])
                            .isCloseTo(AMBIENT.totalFieldAnomaly(field.magnetic()) * 1e9, within(rounding + 1e-8));
                    assertThat(remanent[cell])
                            .isCloseTo(
                                    AMBIENT.totalFieldAnomaly(other.at(e, n, u).magnetic()) * 1e9,
                                    within(rounding + 1e-8));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"500100,-100,40", "500100,-95,40", "500110,-100,40", "500100,-100,5", "500025,-260,-40"})
    void on_shared_edges_and_corners_cells_add_up_to_the_block(double e, double n, double u) {
        Prism block = new Prism(500_000, 500_350, -300, 140, 40 - 455, 40);
        var field = new BodyField(List.of(new Body(block, 1, AMBIENT.induced(1)))).at(e, n, u);
        assertThat(Arrays.stream(row(FieldKernel.gz(), e, n, u)).sum()).isCloseTo(field.gz() * 1e5, within(1e-12));
        assertThat(Arrays.stream(row(FieldKernel.tmi(AMBIENT), e, n, u)).sum())
                .isCloseTo(AMBIENT.totalFieldAnomaly(field.magnetic()) * 1e9, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"-1,5,10,10", "5,0,10,10", "5,5,0,10", "5,5,10,-3"})
    void impossible_meshes_are_refused(int nx, int ny, double dx, double thickness) {
        assertThatThrownBy(() ->
                        RegularMesh.of(new double[] {0, 0, 0}, nx, ny, new double[] {dx, 10}, new double[] {thickness}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Meshes that take several strips, the last one shorter, and rows that are a strip each. */
    @ParameterizedTest
    @CsvSource({"300,13", "1500,3", "2500,2"})
    void wide_meshes_are_seamless(int nx, int ny) {
        double[] thickness = {30, 60};
        RegularMesh mesh = RegularMesh.of(new double[] {-4000, 70, 10}, nx, ny, new double[] {20, 30}, thickness);
        double[] at = {-1003, 150, 25};
        double[] gz = new double[mesh.cells()];
        double[] tmi = new double[mesh.cells()];
        RowKernel.of(mesh, FieldKernel.gz()).fill(at[0], at[1], at[2], gz);
        RowKernel.of(mesh, FieldKernel.tmi(AMBIENT)).fill(at[0], at[1], at[2], tmi);
        double largestGz = Arrays.stream(gz).map(Math::abs).max().orElseThrow();
        double largestTmi = Arrays.stream(tmi).map(Math::abs).max().orElseThrow();
        for (int cell = 0; cell < mesh.cells(); cell += 7) {
            Prism prism = mesh.cell(cell % nx, cell / nx % ny, cell / nx / ny);
            var field = new BodyField(List.of(new Body(prism, 1, AMBIENT.induced(1)))).at(at[0], at[1], at[2]);
            assertThat(gz[cell]).isCloseTo(field.gz() * 1e5, within(1e-10 * largestGz));
            assertThat(tmi[cell])
                    .isCloseTo(AMBIENT.totalFieldAnomaly(field.magnetic()) * 1e9, within(1e-10 * largestTmi));
        }
    }

    private static double[] row(FieldKernel kernel, double e, double n, double u) {
        double[] out = new double[MESH.cells()];
        RowKernel.of(MESH, kernel).fill(e, n, u, out);
        return out;
    }
}
