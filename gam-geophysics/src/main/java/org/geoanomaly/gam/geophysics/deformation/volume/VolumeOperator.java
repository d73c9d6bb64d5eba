package org.geoanomaly.gam.geophysics.deformation.volume;

import org.geoanomaly.gam.geophysics.deformation.los.LosData;
import org.geoanomaly.gam.geophysics.deformation.los.WhitenedData;
import org.geoanomaly.gam.geophysics.operator.DenseOperator;
import org.geoanomaly.gam.geophysics.operator.Parallelism;

/** The map from volume strain in cells to whitened data, nuisance terms projected out: a matrix in memory. */
public final class VolumeOperator {
    /** Cells whitened together: a block of two thousand data stays in a core's cache. */
    private static final int WIDTH = 64;

    private VolumeOperator() {}

    /** Bytes that the matrix takes at most. */
    public static long bytes(int data, int cells) {
        return 4L * data * cells;
    }

    /** Bytes that the blocks of so many threads take. */
    public static long workBytes(int largestTrack, int threads) {
        return (8L * WIDTH + 16L) * largestTrack * threads;
    }

    /** Computes and whitens all columns: as many operations as data² × cells for each track. */
    public static DenseOperator of(WhitenedData data, DilatationKernel kernel, Parallelism parallel) {
        return DenseOperator.of(matrix(data, kernel, parallel), kernel.mesh().cells(), parallel);
    }

    /** The same as rows of numbers. */
    public static float[][] matrix(WhitenedData data, DilatationKernel kernel, Parallelism parallel) {
        int cells = kernel.mesh().cells();
        float[][] matrix = new float[data.rows()][cells];
        int[][] members = new int[data.tracks()][];
        for (int t = 0; t < members.length; t++) {
            members[t] = data.members(t);
        }
        int parts = (cells + WIDTH - 1) / WIDTH;
        parallel.run(parts, () -> part -> {
            int from = part * WIDTH;
            int width = Math.min(WIDTH, cells - from);
            for (int t = 0; t < members.length; t++) {
                column(data, kernel, t, members[t], from, width, matrix);
            }
        });
        return matrix;
    }

    private static void column(
            WhitenedData data,
            DilatationKernel kernel,
            int track,
            int[] members,
            int from,
            int width,
            float[][] matrix) {
        LosData los = data.data();
        double[][] block = new double[members.length][width];
        for (int i = 0; i < members.length; i++) {
            kernel.fill(los, members[i], from, width, block[i]);
        }
        data.reduceBlock(track, block, width);
        int rows = data.rows(track);
        int skipped = members.length - rows;
        int first = data.firstRow(track);
        for (int i = 0; i < rows; i++) {
            double[] source = block[skipped + i];
            float[] target = matrix[first + i];
            for (int c = 0; c < width; c++) {
                target[from + c] = (float) source[c];
            }
        }
    }
}
