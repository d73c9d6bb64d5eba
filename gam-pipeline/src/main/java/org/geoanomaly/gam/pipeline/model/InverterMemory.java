package org.geoanomaly.gam.pipeline.model;

import org.geoanomaly.gam.geophysics.inversion.Sensitivity;
import org.geoanomaly.gam.geophysics.operator.DenseOperator;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/** What an inversion of a field takes at most. */
final class InverterMemory {
    /** Vectors of a solver, of the norm and of the draws: at most so many numbers of eight bytes for each cell. */
    private static final long VECTORS = 44;

    /** Stages of transforms, buffers of threads, the classes themselves. */
    private static final long FIXED = 48L << 20;

    /** Sums and rows of cells that products without a stored matrix hold, in numbers of eight bytes for each cell. */
    private static final long ON_THE_FLY = 32;

    private InverterMemory() {}

    /** Bytes that a stored matrix may take: a third of the heap. */
    static long denseBytes() {
        return Runtime.getRuntime().maxMemory() / 3;
    }

    /**
     * Bytes at most.
     *
     * @param mesh with padding
     */
    static long of(RegularMesh mesh, ObservationPoints points) {
        long cells = mesh.cells();
        long vectors = 8 * VECTORS * cells + 160L * points.size();
        long matrix = DenseOperator.bytes(mesh, points.size());
        boolean grid = Sensitivity.grid(mesh, points) != null;
        long operator =
                grid ? spectra(mesh) : matrix <= denseBytes() ? matrix + 16L * points.size() : 8 * ON_THE_FLY * cells;
        return FIXED + vectors + operator;
    }

    /** Spectra of single precision for each layer, those of the squared kernel for a while too, and planes of double precision. */
    private static long spectra(RegularMesh mesh) {
        double plane = 4.8 * mesh.nx() * mesh.ny();
        return (long) (plane * (2 * 4.0 * mesh.nz() + 10 * 8.0));
    }
}
