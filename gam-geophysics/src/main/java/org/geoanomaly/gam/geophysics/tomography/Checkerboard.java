package org.geoanomaly.gam.geophysics.tomography;

import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/** A test pattern of fast and slow blocks, and how well it comes back. */
public final class Checkerboard {
    private Checkerboard() {}

    /**
     * u = ±amplitude in blocks of cells.
     *
     * @param block cells of a block east, north and down
     */
    public static double[] pattern(RegularMesh mesh, int[] block, double amplitude) {
        double[] u = new double[mesh.cells()];
        for (int k = 0; k < mesh.nz(); k++) {
            for (int j = 0; j < mesh.ny(); j++) {
                for (int i = 0; i < mesh.nx(); i++) {
                    boolean slow = (i / block[0] + j / block[1] + k / block[2]) % 2 == 0;
                    u[mesh.index(i, j, k)] = slow ? amplitude : -amplitude;
                }
            }
        }
        return u;
    }

    /**
     * How well it came back.
     *
     * @param correlation of pattern and answer over the resolved cells; NaN if there are none
     * @param amplitude mean of answer by pattern over them: 1 is all of it
     * @param cells how many are resolved
     */
    public record Recovery(double correlation, double amplitude, int cells) {}

    /** Compares a pattern with what came back, in the cells whose resolution is above a threshold. */
    public static Recovery compare(double[] pattern, double[] answer, double[] resolution, double threshold) {
        double n = 0.0;
        double[] sums = new double[5];
        for (int c = 0; c < pattern.length; c++) {
            if (resolution[c] > threshold) {
                n++;
                sums[0] += pattern[c];
                sums[1] += answer[c];
                sums[2] += pattern[c] * pattern[c];
                sums[3] += answer[c] * answer[c];
                sums[4] += pattern[c] * answer[c];
            }
        }
        double covariance = sums[4] - sums[0] * sums[1] / n;
        double scatter = (sums[2] - sums[0] * sums[0] / n) * (sums[3] - sums[1] * sums[1] / n);
        return new Recovery(covariance / Math.sqrt(scatter), sums[4] / sums[2], (int) n);
    }
}
