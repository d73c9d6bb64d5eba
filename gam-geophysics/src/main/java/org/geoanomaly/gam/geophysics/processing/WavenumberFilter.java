package org.geoanomaly.gam.geophysics.processing;

import org.geoanomaly.gam.geophysics.fft.BatchFft;
import org.geoanomaly.gam.geophysics.fft.PlaneTransform;
import org.geoanomaly.gam.geophysics.fft.PlaneTransform.Half;
import org.geoanomaly.gam.geophysics.fft.PlaneTransform.Placement;

/**
 * Multiplies a grid's spectrum by a response. A least-squares plane is taken off first and is the caller's to put back; the rest is mirrored
 * beyond its edges by half a grid on each side and tapered to zero there by a cosine.
 */
final class WavenumberFilter {
    /** A complex response as a function of the wave numbers east and north, rad/m. */
    interface Response {
        double re(double kx, double ky);

        /** Odd in (kx, ky). */
        double im(double kx, double ky);
    }

    private final Lattice lattice;
    private final Plane plane;
    private final PlaneTransform transform;
    private final Placement padded;
    private final int marginX;
    private final int marginY;
    private final Half spectrum;

    WavenumberFilter(Lattice lattice, double[] values) {
        lattice.requireFinite(values);
        this.lattice = lattice;
        this.plane = Plane.fit(lattice, values);
        this.marginX = Math.max(1, lattice.columns() / 2);
        this.marginY = Math.max(1, lattice.rows() / 2);
        int columns = lattice.columns() + 2 * marginX;
        int rows = lattice.rows() + 2 * marginY;
        this.transform = new PlaneTransform(columns, rows);
        this.padded = new Placement(columns, rows, 0, 0);
        this.spectrum = forward(pad(values));
    }

    /** The plane that was taken off. */
    Plane plane() {
        return plane;
    }

    /** The filtered grid, without the plane. */
    double[] apply(Response response) {
        Half stage = new Half(padded.columns() * transform.wavenumbers());
        BatchFft.Buffer buffer = transform.newBuffer();
        double stepX = 2.0 * Math.PI / (transform.lengthX() * lattice.dx());
        double stepY = 2.0 * Math.PI / (transform.lengthY() * lattice.dy());
        for (int block = 0; block < transform.wavenumberBlocks(); block++) {
            int first = transform.firstWavenumber(block);
            int n = transform.width(block);
            for (int i = 0; i < transform.lengthX(); i++) {
                double kx = stepX * (2 * i <= transform.lengthX() ? i : i - transform.lengthX());
                boolean nyquistX = 2 * i == transform.lengthX();
                for (int b = 0; b < n; b++) {
                    double ky = stepY * (first + b);
                    boolean nyquist = nyquistX || 2 * (first + b) == transform.lengthY();
                    int at = i * transform.wavenumbers() + first + b;
                    double re = response.re(kx, ky);
                    // an odd response has no value at the Nyquist wave number
                    double im = nyquist ? 0.0 : response.im(kx, ky);
                    buffer.re()[i * n + b] = re * spectrum.re()[at] - im * spectrum.im()[at];
                    buffer.im()[i * n + b] = re * spectrum.im()[at] + im * spectrum.re()[at];
                }
            }
            transform.inverseX(buffer, padded, block, stage, 0);
        }
        double[] wide = new double[padded.columns() * padded.rows()];
        for (int block = 0; block < transform.columnBlocks(padded.columns()); block++) {
            transform.inverseY(stage, 0, padded, block, buffer, wide, 0);
        }
        return crop(wide);
    }

    private Half forward(double[] wide) {
        Half stage = new Half(padded.columns() * transform.wavenumbers());
        BatchFft.Buffer buffer = transform.newBuffer();
        for (int block = 0; block < transform.columnBlocks(padded.columns()); block++) {
            transform.forwardY(wide, 0, padded, block, buffer, stage, 0);
        }
        Half result = new Half(transform.lengthX() * transform.wavenumbers());
        for (int block = 0; block < transform.wavenumberBlocks(); block++) {
            transform.forwardX(stage, 0, padded, block, buffer);
            int n = transform.width(block);
            for (int i = 0; i < transform.lengthX(); i++) {
                int to = i * transform.wavenumbers() + transform.firstWavenumber(block);
                System.arraycopy(buffer.re(), i * n, result.re(), to, n);
                System.arraycopy(buffer.im(), i * n, result.im(), to, n);
            }
        }
        return result;
    }

    private double[] pad(double[] values) {
        double[] wide = new double[padded.columns() * padded.rows()];
        for (int j = 0; j < padded.rows(); j++) {
            int row = mirror(j - marginY, lattice.rows());
            double wy = taper(j - marginY, lattice.rows(), marginY);
            for (int i = 0; i < padded.columns(); i++) {
                int column = mirror(i - marginX, lattice.columns());
                double value = values[row * lattice.columns() + column] - plane.at(column, row);
                wide[j * padded.columns() + i] = value * wy * taper(i - marginX, lattice.columns(), marginX);
            }
        }
        return wide;
    }

    private double[] crop(double[] wide) {
        double[] out = new double[lattice.size()];
        for (int j = 0; j < lattice.rows(); j++) {
            int from = (j + marginY) * padded.columns() + marginX;
            System.arraycopy(wide, from, out, j * lattice.columns(), lattice.columns());
        }
        return out;
    }

    private static int mirror(int i, int n) {
        int reflected = i < 0 ? -1 - i : i >= n ? 2 * n - 1 - i : i;
        return Math.max(0, Math.min(n - 1, reflected));
    }

    private static double taper(int i, int n, int margin) {
        int outside = i < 0 ? -i : Math.max(0, i - n + 1);
        return 0.5 * (1.0 + Math.cos(Math.PI * outside / (margin + 1.0)));
    }
}
