package org.geoanomaly.gam.geophysics.tomography;

import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/** What a tomography takes at most. */
public final class TomographyMemory {
    /** Vectors of cells: states, systems, draws, partial sums of the adjoint. */
    private static final long VECTORS = 40;

    /** Single-precision vectors of the bidiagonalisation. */
    private static final long BASIS = 150;

    /** Cells near one step of a ray across a cell. */
    private static final long NEAR = 6;

    private static final long FIXED = 32L << 20;

    private TomographyMemory() {}

    /**
     * Bytes at most.
     *
     * @param threads that compute fields
     */
    public static long bytes(RegularMesh mesh, int picks, TimeGrid nodes, int threads) {
        long cells = mesh.cells();
        long across = (long) mesh.nx() + mesh.ny() + mesh.nz();
        // the model before and the one being tried each have their rows
        long rows = 2L * picks * Math.min(cells, NEAR * across) * 8L;
        return FIXED
                + rows
                + cells * (8L * VECTORS + 4L * BASIS)
                + threads * RowBuilder.bytes(mesh)
                + FastMarchingTimes.bytes(nodes, threads)
                + 200L * picks;
    }
}
