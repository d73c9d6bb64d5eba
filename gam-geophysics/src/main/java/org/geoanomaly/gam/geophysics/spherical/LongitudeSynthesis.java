package org.geoanomaly.gam.geophysics.spherical;

import org.jspecify.annotations.Nullable;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * From the cosine and sine sums of all orders to values along a parallel at equally spaced longitudes, f(λⱼ) = Σₘ Aₘ cos mλⱼ + Bₘ sin mλⱼ, λⱼ
 * = λ₀ + jΔ. Where a whole number of steps closes the circle and the row is long enough this is one real FFT, with orders above the
 * Nyquist order folded; otherwise it is a direct sum with mλ split into two short tables. Immutable; safe for any number of threads.
 */
final class LongitudeSynthesis {
    private static final int RUN = 32;
    private static final double CLOSURE = 1e-12;

    private final int columns;
    private final int orders;
    private final double[] startCosine;
    private final double[] startSine;
    private final int circle;
    private final @Nullable DoubleFFT_1D transform;
    private final double[][] coarseCosine;
    private final double[][] coarseSine;
    private final double[][] fineCosine;
    private final double[][] fineSine;

    /**
     * @param firstDeg longitude of the first column
     * @param stepDeg spacing, positive
     * @param columns number of columns, which may go round the circle more than once
     * @param maxOrder largest order
     */
    LongitudeSynthesis(double firstDeg, double stepDeg, int columns, int maxOrder) {
        this.columns = columns;
        this.orders = maxOrder + 1;
        this.startCosine = new double[orders];
        this.startSine = new double[orders];
        for (int m = 0; m < orders; m++) {
            double angle = Math.toRadians(reduced(firstDeg, m));
            startCosine[m] = Math.cos(angle);
            startSine[m] = Math.sin(angle);
        }
        long whole = Math.round(360.0 / stepDeg);
        boolean closes = whole > 1 && whole < (1 << 22) && Math.abs(whole * stepDeg - 360.0) < CLOSURE * 360.0;
        double direct = 4.0 * orders * columns;
        double fast = 60.0 * whole;
        this.circle = closes && fast < direct ? (int) whole : 0;
        this.transform = circle > 0 ? new DoubleFFT_1D(circle) : null;
        int runs = circle > 0 ? 0 : (orders + RUN - 1) / RUN;
        this.coarseCosine = table(runs, RUN * stepDeg, true);
        this.coarseSine = table(runs, RUN * stepDeg, false);
        this.fineCosine = table(runs == 0 ? 0 : RUN, stepDeg, true);
        this.fineSine = table(runs == 0 ? 0 : RUN, stepDeg, false);
    }

    private double[][] table(int multiples, double stepDeg, boolean cosine) {
        double[][] out = new double[multiples][columns];
        for (int m = 0; m < multiples; m++) {
            for (int j = 0; j < columns; j++) {
                double angle = Math.toRadians(reduced(stepDeg * j, m));
                out[m][j] = cosine ? Math.cos(angle) : Math.sin(angle);
            }
        }
        return out;
    }

    /** m times an angle in degrees, brought near zero before it meets π. */
    static double reduced(double degrees, int m) {
        return Math.IEEEremainder(m * degrees, 360.0);
    }

    /** Scratch for one thread. */
    double[] workspace() {
        return new double[circle > 0 ? circle : 2 * columns];
    }

    /**
     * Writes one parallel.
     *
     * @param a cosine sums by order; entries from {@code limit} on are taken as zero
     * @param b sine sums by order
     * @param out the values, one for each column
     * @param workspace of {@link #workspace()}
     */
    void parallel(double[] a, double[] b, int limit, double[] out, double[] workspace) {
        if (transform != null) {
            fast(transform, a, b, limit, out, workspace);
        } else {
            direct(a, b, limit, out, workspace);
        }
    }

    private void fast(DoubleFFT_1D fft, double[] a, double[] b, int limit, double[] out, double[] spectrum) {
        java.util.Arrays.fill(spectrum, 0.0);
        for (int m = 0; m < limit; m++) {
            double re = a[m] * startCosine[m] + b[m] * startSine[m];
            double im = a[m] * startSine[m] - b[m] * startCosine[m];
            int k = m % circle;
            if (2 * k > circle) {
                k = circle - k;
                im = -im;
            }
            put(spectrum, k, re, im);
        }
        fft.realInverse(spectrum, true);
        for (int j = 0; j < columns; j++) {
            out[j] = spectrum[j % circle] * circle;
        }
    }

    /** Adds a harmonic to a half spectrum in the packing of {@link DoubleFFT_1D#realForward(double[])}. */
    private void put(double[] spectrum, int k, double re, double im) {
        if (k == 0) {
            spectrum[0] += re;
        } else if (2 * k == circle) {
            spectrum[1] += re;
        } else {
            spectrum[2 * k] += 0.5 * re;
            int imaginary = circle % 2 == 1 && k == circle / 2 ? 1 : 2 * k + 1;
            spectrum[imaginary] += 0.5 * im;
        }
    }

    private void direct(double[] a, double[] b, int limit, double[] out, double[] workspace) {
        java.util.Arrays.fill(out, 0, columns, 0.0);
        for (int run = 0; run * RUN < limit; run++) {
            java.util.Arrays.fill(workspace, 0.0);
            int end = Math.min(limit, (run + 1) * RUN);
            for (int m = run * RUN; m < end; m++) {
                double re = a[m] * startCosine[m] + b[m] * startSine[m];
                double im = a[m] * startSine[m] - b[m] * startCosine[m];
                rotate(re, im, fineCosine[m - run * RUN], fineSine[m - run * RUN], workspace);
            }
            double[] c = coarseCosine[run];
            double[] s = coarseSine[run];
            for (int j = 0; j < columns; j++) {
                out[j] += workspace[j] * c[j] - workspace[columns + j] * s[j];
            }
        }
    }

    private void rotate(double re, double im, double[] c, double[] s, double[] workspace) {
        for (int j = 0; j < columns; j++) {
            workspace[j] += re * c[j] - im * s[j];
        }
        for (int j = 0; j < columns; j++) {
            workspace[columns + j] += im * c[j] + re * s[j];
        }
    }
}
