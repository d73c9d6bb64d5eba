package org.geoanomaly.gam.benchmarks;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/** Meshes named by their size. */
final class BenchmarkMeshes {
    private BenchmarkMeshes() {}

    /** Cubes with their top at height 0. */
    static RegularMesh cubes(String columnsByLayers, double size) {
        String[] parts = columnsByLayers.split("x", -1);
        int columns = Integer.parseInt(parts[0]);
        double[] thickness = new double[Integer.parseInt(parts[1])];
        Arrays.fill(thickness, size);
        return RegularMesh.of(new double[] {0, 0, 0}, columns, columns, new double[] {size, size}, thickness);
    }
}
