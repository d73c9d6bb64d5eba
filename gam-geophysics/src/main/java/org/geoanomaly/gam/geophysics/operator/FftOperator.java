package org.geoanomaly.gam.geophysics.operator;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.fft.BatchFft;
import org.geoanomaly.gam.geophysics.fft.PlaneTransform;
import org.geoanomaly.gam.geophysics.fft.PlaneTransform.Half;
import org.geoanomaly.gam.geophysics.fft.PlaneTransform.Placement;

/**
 * The sensitivity of a regular grid of observations at one height to a regular mesh below: each layer's matrix is block-Toeplitz with Toeplitz
 * blocks, so its products are two-dimensional convolutions (Zhang and Wong 2015, "BTTB-based numerical schemes for three-dimensional gravity
 * field inversion", Geophys. J. Int. 203). No matrix is stored, only one spectrum of single-precision numbers for each layer; for kernels that
 * are even in x and y, such as vertical gravity, it is real and a quarter of the size.
 */
public final class FftOperator implements LinearOperator {
    /** Complex numbers between the two stages of a transform, at most: 32 MiB. */
    private static final int STAGE_SIZE = 1 << 21;

    private final RegularMesh mesh;
    private final ObservationGrid grid;
    private final double[] heights;
    private final FieldKernel kernel;
    private final Parallelism parallel;
    private final PlaneTransform plane;
    /** Of level l and layer k at {@code l * nz + k}. */
    private final LayerSpectrum[] spectra;

    private final Placement cells;
    private final Placement observations;

    private FftOperator(
            RegularMesh mesh,
            ObservationGrid grid,
            double[] heights,
            FieldKernel kernel,
            Parallelism parallel,
            boolean squared) {
        this.mesh = mesh;
        this.grid = grid;
        this.heights = heights;
        this.kernel = kernel;
        this.parallel = parallel;
        KernelLags[] lags = new KernelLags[heights.length];
        for (int level = 0; level < lags.length; level++) {
            lags[level] = KernelLags.of(mesh, grid, heights[level], kernel);
        }
        this.plane = new PlaneTransform(lags[0].columns(), lags[0].rows());
        this.cells = new Placement(mesh.nx(), mesh.ny(), 0, 0);
        this.observations = new Placement(grid.columns(), grid.rows(), grid.firstColumn(), grid.firstRow());
        int nz = mesh.nz();
        this.spectra = new LayerSpectrum[heights.length * nz];
        parallel.run(spectra.length, () -> {
            LayerSpectrum.Builder builder = new LayerSpectrum.Builder(plane, lags[0], squared);
            return part -> spectra[part] = builder.build(lags[part / nz].height(), part % nz);
        });
    }

    /**
     * Computes the spectra.
     *
     * @throws IllegalArgumentException if the grid reaches so far beyond the mesh that the padded plane would not fit an array
     */
    public static FftOperator of(RegularMesh mesh, ObservationGrid grid, FieldKernel kernel, Parallelism parallel) {
        return ofLevels(mesh, grid, new double[] {grid.height()}, kernel, parallel);
    }

    /** The same grid at several heights; observation i at level l has row {@code l * grid.size() + i}. Models are transformed once for all. */
    static FftOperator ofLevels(
            RegularMesh mesh, ObservationGrid grid, double[] heights, FieldKernel kernel, Parallelism parallel) {
        return new FftOperator(mesh, grid, heights, kernel, parallel, false);
    }

    /** Bytes of the spectra. */
    static long bytes(RegularMesh mesh, ObservationGrid grid, int levels, FieldKernel kernel) {
        KernelLags lags = KernelLags.of(mesh, grid, grid.height(), kernel);
        long x = BatchFft.nextLength(lags.columns());
        long y = BatchFft.nextLength(lags.rows());
        return (lags.even() ? 1L : 4L) * x * y * mesh.nz() * levels;
    }

    @Override
    public int rows() {
        return heights.length * grid.size();
    }

    @Override
    public int columns() {
        return mesh.cells();
    }

    @Override
    public void apply(double[] model, double[] data) {
        requireLengths(model, data);
        Half[] sums = spectra();
        int perLayer = mesh.nx() * plane.wavenumbers();
        int group = Math.max(1, Math.min(mesh.nz(), STAGE_SIZE / perLayer));
        Half stage = new Half(group * perLayer);
        int blocks = plane.columnBlocks(mesh.nx());
        for (int from = 0; from < mesh.nz(); from += group) {
            int first = from;
            int layers = Math.min(group, mesh.nz() - first);
            parallel.run(layers * blocks, () -> {
                BatchFft.Buffer buffer = plane.newBuffer();
                return part -> {
                    int layer = part / blocks;
                    int offset = (first + layer) * mesh.nx() * mesh.ny();
                    plane.forwardY(model, offset, cells, part % blocks, buffer, stage, layer * perLayer);
                };
            });
            parallel.run(plane.wavenumberBlocks(), () -> {
                BatchFft.Buffer buffer = plane.newBuffer();
                return block -> {
                    for (int layer = 0; layer < layers; layer++) {
                        plane.forwardX(stage, layer * perLayer, cells, block, buffer);
                        for (int level = 0; level < sums.length; level++) {
                            spectra[level * mesh.nz() + first + layer].addConjugateProduct(buffer, block, sums[level]);
                        }
                    }
                };
            });
        }
        for (int level = 0; level < sums.length; level++) {
            synthesise(sums[level], data, level * grid.size());
        }
    }

    private Half[] spectra() {
        Half[] halves = new Half[heights.length];
        Arrays.setAll(halves, level -> new Half(plane.lengthX() * plane.wavenumbers()));
        return halves;
    }

    private void synthesise(Half sum, double[] data, int offset) {
        Half stage = new Half(grid.columns() * plane.wavenumbers());
        parallel.run(plane.wavenumberBlocks(), () -> {
            BatchFft.Buffer buffer = plane.newBuffer();
            return block -> {
                LayerSpectrum.load(plane, sum, block, buffer);
                plane.inverseX(buffer, observations, block, stage, 0);
            };
        });
        parallel.run(plane.columnBlocks(grid.columns()), () -> {
            BatchFft.Buffer buffer = plane.newBuffer();
            return block -> plane.inverseY(stage, 0, observations, block, buffer, data, offset);
        });
    }

    @Override
    public void applyAdjoint(double[] data, double[] model) {
        requireLengths(model, data);
        Half[] levels = spectra();
        for (int level = 0; level < levels.length; level++) {
            analyse(data, level * grid.size(), levels[level]);
        }
        int perLayer = mesh.nx() * plane.wavenumbers();
        int group = Math.max(1, Math.min(mesh.nz(), STAGE_SIZE / perLayer));
        Half stage = new Half(group * perLayer);
        int blocks = plane.columnBlocks(mesh.nx());
        for (int from = 0; from < mesh.nz(); from += group) {
            int first = from;
            int layers = Math.min(group, mesh.nz() - first);
            parallel.run(layers * plane.wavenumberBlocks(), () -> {
                BatchFft.Buffer buffer = plane.newBuffer();
                return part -> {
                    int layer = part / plane.wavenumberBlocks();
                    int block = part % plane.wavenumberBlocks();
                    spectra[first + layer].product(levels[0], block, buffer);
                    for (int level = 1; level < levels.length; level++) {
                        spectra[level * mesh.nz() + first + layer].addProduct(levels[level], block, buffer);
                    }
                    plane.inverseX(buffer, cells, block, stage, layer * perLayer);
                };
            });
            parallel.run(layers * blocks, () -> {
                BatchFft.Buffer buffer = plane.newBuffer();
                return part -> {
                    int layer = part / blocks;
                    int offset = (first + layer) * mesh.nx() * mesh.ny();
                    plane.inverseY(stage, layer * perLayer, cells, part % blocks, buffer, model, offset);
                };
            });
        }
    }

    private void analyse(double[] data, int offset, Half spectrum) {
        Half stage = new Half(grid.columns() * plane.wavenumbers());
        parallel.run(plane.columnBlocks(grid.columns()), () -> {
            BatchFft.Buffer buffer = plane.newBuffer();
            return block -> plane.forwardY(data, offset, observations, block, buffer, stage, 0);
        });
        parallel.run(plane.wavenumberBlocks(), () -> {
            BatchFft.Buffer buffer = plane.newBuffer();
            return block -> {
                plane.forwardX(stage, 0, observations, block, buffer);
                LayerSpectrum.save(plane, buffer, block, spectrum);
            };
        });
    }

    /** {@inheritDoc} By convolution with the squared kernel, whose spectra are computed for this call. Never negative for weights that are not. */
    @Override
    public void normalDiagonal(double[] weights, double[] diagonal) {
        requireLengths(diagonal, weights);
        FftOperator squared = new FftOperator(mesh, grid, heights, kernel, parallel, true);
        squared.applyAdjoint(weights, diagonal);
        boolean positive = true;
        for (double w : weights) {
            positive &= w >= 0.0;
        }
        for (int j = 0; positive && j < diagonal.length; j++) {
            diagonal[j] = Math.max(0.0, diagonal[j]);
        }
    }
}
