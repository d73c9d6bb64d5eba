package org.geoanomaly.gam.geophysics.operator;

import org.geoanomaly.gam.geophysics.fft.BatchFft;
import org.geoanomaly.gam.geophysics.fft.PlaneTransform;
import org.geoanomaly.gam.geophysics.fft.PlaneTransform.Half;
import org.geoanomaly.gam.geophysics.fft.PlaneTransform.Placement;
import org.jspecify.annotations.Nullable;

/** The transform of one layer's kernel as a function of offset; real and even if {@code im} is null. */
final class LayerSpectrum {
    private final PlaneTransform plane;
    private final float[] re;
    private final float @Nullable [] im;

    private LayerSpectrum(PlaneTransform plane, float[] re, float @Nullable [] im) {
        this.plane = plane;
        this.re = re;
        this.im = im;
    }

    /** {@code sum += conj(K) · buffer} on a block of wave numbers. */
    void addConjugateProduct(BatchFft.Buffer buffer, int block, Half sum) {
        int first = plane.firstWavenumber(block);
        int n = plane.width(block);
        double[] xr = buffer.re();
        double[] xi = buffer.im();
        for (int kx = 0; kx < plane.lengthX(); kx++) {
            int from = kx * n;
            int to = kx * plane.wavenumbers() + first;
            int at = row(kx) + first;
            if (im == null) {
                for (int b = 0; b < n; b++) {
                    sum.re()[to + b] += re[at + b] * xr[from + b];
                    sum.im()[to + b] += re[at + b] * xi[from + b];
                }
            } else {
                for (int b = 0; b < n; b++) {
                    double kr = re[at + b];
                    double ki = im[at + b];
                    sum.re()[to + b] += kr * xr[from + b] + ki * xi[from + b];
                    sum.im()[to + b] += kr * xi[from + b] - ki * xr[from + b];
                }
            }
        }
    }

    /** {@code buffer = K · spectrum} on a block of wave numbers. */
    void product(Half spectrum, int block, BatchFft.Buffer buffer) {
        int first = plane.firstWavenumber(block);
        int n = plane.width(block);
        double[] yr = buffer.re();
        double[] yi = buffer.im();
        double[] xr = spectrum.re();
        double[] xi = spectrum.im();
        for (int kx = 0; kx < plane.lengthX(); kx++) {
            int to = kx * n;
            int from = kx * plane.wavenumbers() + first;
            int at = row(kx) + first;
            if (im == null) {
                for (int b = 0; b < n; b++) {
                    yr[to + b] = re[at + b] * xr[from + b];
                    yi[to + b] = re[at + b] * xi[from + b];
                }
            } else {
                for (int b = 0; b < n; b++) {
                    double kr = re[at + b];
                    double ki = im[at + b];
                    yr[to + b] = kr * xr[from + b] - ki * xi[from + b];
                    yi[to + b] = kr * xi[from + b] + ki * xr[from + b];
                }
            }
        }
    }

    /** {@code buffer += K · spectrum} on a block of wave numbers. */
    void addProduct(Half spectrum, int block, BatchFft.Buffer buffer) {
        int first = plane.firstWavenumber(block);
        int n = plane.width(block);
        double[] yr = buffer.re();
        double[] yi = buffer.im();
        double[] xr = spectrum.re();
        double[] xi = spectrum.im();
        for (int kx = 0; kx < plane.lengthX(); kx++) {
            int to = kx * n;
            int from = kx * plane.wavenumbers() + first;
            int at = row(kx) + first;
            for (int b = 0; b < n; b++) {
                double kr = re[at + b];
                double ki = im == null ? 0.0 : im[at + b];
                yr[to + b] += kr * xr[from + b] - ki * xi[from + b];
                yi[to + b] += kr * xi[from + b] + ki * xr[from + b];
            }
        }
    }

    static void load(PlaneTransform plane, Half from, int block, BatchFft.Buffer buffer) {
        int first = plane.firstWavenumber(block);
        int n = plane.width(block);
        for (int kx = 0; kx < plane.lengthX(); kx++) {
            System.arraycopy(from.re(), kx * plane.wavenumbers() + first, buffer.re(), kx * n, n);
            System.arraycopy(from.im(), kx * plane.wavenumbers() + first, buffer.im(), kx * n, n);
        }
    }

    static void save(PlaneTransform plane, BatchFft.Buffer buffer, int block, Half to) {
        int first = plane.firstWavenumber(block);
        int n = plane.width(block);
        for (int kx = 0; kx < plane.lengthX(); kx++) {
            System.arraycopy(buffer.re(), kx * n, to.re(), kx * plane.wavenumbers() + first, n);
            System.arraycopy(buffer.im(), kx * n, to.im(), kx * plane.wavenumbers() + first, n);
        }
    }

    private int row(int kx) {
        int stored = im == null && 2 * kx > plane.lengthX() ? plane.lengthX() - kx : kx;
        return stored * plane.wavenumbers();
    }

    /** Makes spectra in one thread. */
    static final class Builder {
        private final PlaneTransform plane;
        private final KernelLags lags;
        private final boolean squared;
        private final BatchFft.Buffer buffer;
        private final double[] kernel;
        private final double[] table;
        private final Half stage;

        Builder(PlaneTransform plane, KernelLags lags, boolean squared) {
            this.plane = plane;
            this.lags = lags;
            this.squared = squared;
            this.buffer = plane.newBuffer();
            this.kernel = new double[lags.mesh().nx() * lags.mesh().ny()];
            this.table = lags.even() ? new double[lags.columns() * lags.rows()] : kernel;
            this.stage = new Half(lags.columns() * plane.wavenumbers());
        }

        LayerSpectrum build(double height, int layer) {
            RowKernel.of(lags.mesh().layer(layer), lags.kernel()).fill(0.0, 0.0, height, kernel);
            for (int i = 0; squared && i < kernel.length; i++) {
                kernel[i] *= kernel[i];
            }
            Placement place = new Placement(lags.columns(), lags.rows(), lags.minX(), lags.minY());
            if (lags.even()) {
                mirror();
                place = new Placement(
                        lags.columns(),
                        lags.rows(),
                        1 - lags.mesh().nx(),
                        1 - lags.mesh().ny());
            }
            for (int block = 0; block < plane.columnBlocks(lags.columns()); block++) {
                plane.forwardY(table, 0, place, block, buffer, stage, 0);
            }
            int storedRows = lags.even() ? plane.lengthX() / 2 + 1 : plane.lengthX();
            float[] re = new float[storedRows * plane.wavenumbers()];
            float[] im = lags.even() ? null : new float[re.length];
            for (int block = 0; block < plane.wavenumberBlocks(); block++) {
                plane.forwardX(stage, 0, place, block, buffer);
                store(block, storedRows, re, im);
            }
            return new LayerSpectrum(plane, re, im);
        }

        /** Fills the table of all offsets from those that are not negative. */
        private void mirror() {
            int nx = lags.mesh().nx();
            int ny = lags.mesh().ny();
            for (int j = 0; j < lags.rows(); j++) {
                int from = Math.abs(j - (ny - 1)) * nx;
                for (int i = 0; i < lags.columns(); i++) {
                    table[j * lags.columns() + i] = kernel[from + Math.abs(i - (nx - 1))];
                }
            }
        }

        private void store(int block, int storedRows, float[] re, float @Nullable [] im) {
            int first = plane.firstWavenumber(block);
            int n = plane.width(block);
            for (int kx = 0; kx < storedRows; kx++) {
                int to = kx * plane.wavenumbers() + first;
                for (int b = 0; b < n; b++) {
                    re[to + b] = (float) buffer.re()[kx * n + b];
                    if (im != null) {
                        im[to + b] = (float) buffer.im()[kx * n + b];
                    }
                }
            }
        }
    }
}
