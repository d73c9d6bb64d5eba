package com.example.muon.data;

import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.data.Lattice;

/** Mean contrasts as a map: each line of sight counts at the place where it passes the top of the mesh, weighted by its certainty. */
final class ExitMap {
    private ExitMap() {}

    static Lattice of(RegularMesh mesh, int block, List<MuonPreprocessor.Line> lines, double reference) {
        int columns = mesh.nx() / block;
        int rows = mesh.ny() / block;
        double spacing = block * mesh.dx();
        double[] sum = new double[columns * rows];
        double[] weight = new double[columns * rows];
        for (MuonPreprocessor.Line line : lines) {
            double away = Math.max(0.0, (mesh.top() - line.sight().height()) / line.sight().up());
            int i = (int) Math.floor((line.sight().easting() + away * line.sight().east() - mesh.west(0)) / spacing);
            int j = (int) Math.floor((line.sight().northing() + away * line.sight().north() - mesh.south(0)) / spacing);
            if (i >= 0 && j >= 0 && i < columns && j < rows) {
                double w = 1.0 / (line.deviation() * line.deviation());
                sum[j * columns + i] += w * (line.density() - reference);
                weight[j * columns + i] += w;
            }
        }
        float[] value = new float[sum.length];
        float[] deviation = new float[sum.length];
        float[] height = new float[sum.length];
        Arrays.fill(height, (float) mesh.top());
        for (int c = 0; c < sum.length; c++) {
            value[c] = weight[c] > 0 ? (float) (sum[c] / weight[c]) : Float.NaN;
            deviation[c] = weight[c] > 0 ? (float) (1.0 / Math.sqrt(weight[c])) : Float.NaN;
        }
        return new Lattice(
                new double[] {mesh.west(0) + 0.5 * spacing, mesh.south(0) + 0.5 * spacing},
                spacing,
                columns,
                rows,
                value,
                deviation,
                height);
    }
}
