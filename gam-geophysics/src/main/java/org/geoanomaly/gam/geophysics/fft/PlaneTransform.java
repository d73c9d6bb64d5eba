package org.geoanomaly.gam.geophysics.fft;

import java.util.Arrays;

/**
 * Real two-dimensional transforms of a rectangle placed in a periodic, zero-padded plane, in pieces that threads can share: blocks of columns
 * along y, then blocks of wave numbers along x. Only wave numbers 0…Y/2 along y are kept; the others are their conjugates. Immutable; the
 * arrays and buffers belong to the caller.
 */
public final class PlaneTransform {
    private static final int BLOCK = 16;

    private final int lengthX;
    private final int lengthY;
    private final int half;
    private final BatchFft alongX;
    private final BatchFft alongY;

    /** A plane of at least these numbers of columns and rows. */
    public PlaneTransform(int columns, int rows) {
        this.lengthX = BatchFft.nextLength(columns);
        this.lengthY = BatchFft.nextLength(rows);
        this.half = lengthY / 2 + 1;
        this.alongX = new BatchFft(lengthX);
        this.alongY = new BatchFft(lengthY);
    }

    /**
     * A rectangle of {@code columns × rows} values (row-major) whose first value lies at (shiftX, shiftY) of the plane, modulo its size.
     */
    public record Placement(int columns, int rows, int shiftX, int shiftY) {}

    /** Complex numbers with index {@code x * wavenumbers() + ky}, where x is a column of a rectangle or a wave number kx. */
    public static final class Half {
        private final double[] re;
        private final double[] im;

        public Half(int size) {
            re = new double[size];
            im = new double[size];
        }

        public double[] re() {
            return re;
        }

        public double[] im() {
            return im;
        }
    }

    public int lengthX() {
        return lengthX;
    }

    public int lengthY() {
        return lengthY;
    }

    /** Number of wave numbers kept along y. */
    public int wavenumbers() {
        return half;
    }

    public int columnBlocks(int columns) {
        return (columns + 2 * BLOCK - 1) / (2 * BLOCK);
    }

    public int wavenumberBlocks() {
        return (half + BLOCK - 1) / BLOCK;
    }

    /** First wave number of a block. */
    public int firstWavenumber(int block) {
        return block * BLOCK;
    }

    /** Number of wave numbers in a block. */
    public int width(int block) {
        return Math.min(BLOCK, half - block * BLOCK);
    }

    public BatchFft.Buffer newBuffer() {
        return new BatchFft.Buffer(BLOCK * Math.max(lengthX, lengthY));
    }

    /** Transforms a block of a rectangle's columns along y: two real columns ride in one complex sequence. */
    public void forwardY(
            double[] values, int offset, Placement place, int block, BatchFft.Buffer buffer, Half out, int outOffset) {
        int first = block * 2 * BLOCK;
        int n = Math.min(BLOCK, place.columns() - first);
        int paired = Math.max(0, Math.min(BLOCK, place.columns() - first - BLOCK));
        double[] re = buffer.re();
        double[] im = buffer.im();
        Arrays.fill(re, 0, lengthY * n, 0.0);
        Arrays.fill(im, 0, lengthY * n, 0.0);
        for (int j = 0; j < place.rows(); j++) {
            int row = Math.floorMod(j + place.shiftY(), lengthY) * n;
            int from = offset + j * place.columns() + first;
            System.arraycopy(values, from, re, row, n);
            System.arraycopy(values, from + n, im, row, paired);
        }
        alongY.forward(buffer, n);
        unpack(buffer, n, paired, out, outOffset + first * half);
    }

    private void unpack(BatchFft.Buffer buffer, int n, int paired, Half out, int outOffset) {
        double[] re = buffer.re();
        double[] im = buffer.im();
        for (int ky = 0; ky < half; ky++) {
            int plus = ky * n;
            int minus = (lengthY - ky) % lengthY * n;
            for (int c = 0; c < n; c++) {
                int to = outOffset + c * half + ky;
                out.re[to] = 0.5 * (re[plus + c] + re[minus + c]);
                out.im[to] = 0.5 * (im[plus + c] - im[minus + c]);
            }
            for (int c = 0; c < paired; c++) {
                int to = outOffset + (n + c) * half + ky;
                out.re[to] = 0.5 * (im[plus + c] + im[minus + c]);
                out.im[to] = 0.5 * (re[minus + c] - re[plus + c]);
            }
        }
    }

    /** Transforms a block of wave numbers along x; element (kx, ky) is left at {@code kx * width + ky - first} of the buffer. */
    public void forwardX(Half in, int inOffset, Placement place, int block, BatchFft.Buffer buffer) {
        int n = width(block);
        int first = firstWavenumber(block);
        Arrays.fill(buffer.re(), 0, lengthX * n, 0.0);
        Arrays.fill(buffer.im(), 0, lengthX * n, 0.0);
        for (int i = 0; i < place.columns(); i++) {
            int to = Math.floorMod(i + place.shiftX(), lengthX) * n;
            int from = inOffset + i * half + first;
            System.arraycopy(in.re, from, buffer.re(), to, n);
            System.arraycopy(in.im, from, buffer.im(), to, n);
        }
        alongX.forward(buffer, n);
    }

    /** Undoes {@link #forwardX} for the columns of a rectangle, times the plane's lengthX. */
    public void inverseX(BatchFft.Buffer buffer, Placement place, int block, Half out, int outOffset) {
        int n = width(block);
        int first = firstWavenumber(block);
        alongX.inverse(buffer, n);
        for (int i = 0; i < place.columns(); i++) {
            int from = Math.floorMod(i + place.shiftX(), lengthX) * n;
            int to = outOffset + i * half + first;
            System.arraycopy(buffer.re(), from, out.re, to, n);
            System.arraycopy(buffer.im(), from, out.im, to, n);
        }
    }

    /** Undoes {@link #forwardY} for a block of a rectangle's columns, with the factor 1 / (lengthX · lengthY) of the whole transform. */
    public void inverseY(
            Half in, int inOffset, Placement place, int block, BatchFft.Buffer buffer, double[] values, int offset) {
        int first = block * 2 * BLOCK;
        int n = Math.min(BLOCK, place.columns() - first);
        int paired = Math.max(0, Math.min(BLOCK, place.columns() - first - BLOCK));
        pack(in, inOffset + first * half, n, paired, buffer);
        alongY.inverse(buffer, n);
        double[] re = buffer.re();
        double[] im = buffer.im();
        double scale = 1.0 / ((double) lengthX * lengthY);
        for (int j = 0; j < place.rows(); j++) {
            int row = Math.floorMod(j + place.shiftY(), lengthY) * n;
            int to = offset + j * place.columns() + first;
            for (int c = 0; c < n; c++) {
                values[to + c] = scale * re[row + c];
            }
            for (int c = 0; c < paired; c++) {
                values[to + n + c] = scale * im[row + c];
            }
        }
    }

    private void pack(Half in, int inOffset, int n, int paired, BatchFft.Buffer buffer) {
        double[] re = buffer.re();
        double[] im = buffer.im();
        for (int ky = 0; ky < half; ky++) {
            int plus = ky * n;
            int minus = (lengthY - ky) % lengthY * n;
            for (int c = 0; c < n; c++) {
                int a = inOffset + c * half + ky;
                int b = a + n * half;
                double secondRe = c < paired ? in.re[b] : 0.0;
                double secondIm = c < paired ? in.im[b] : 0.0;
                re[minus + c] = in.re[a] + secondIm;
                im[minus + c] = secondRe - in.im[a];
                re[plus + c] = in.re[a] - secondIm;
                im[plus + c] = in.im[a] + secondRe;
            }
        }
    }
}
