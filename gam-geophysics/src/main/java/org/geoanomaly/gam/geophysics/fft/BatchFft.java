package org.geoanomaly.gam.geophysics.fft;

/**
 * Complex discrete Fourier transforms of {@code batch} sequences at once, F_k = Σ f_j exp(−2πi jk/n), unscaled. Element j of sequence b is at index
 * {@code j * batch + b}, so that every butterfly is a loop over neighbours in memory. Stockham's self-sorting algorithm with radices 4, 3 and
 * 2 (Van Loan 1992, "Computational Frameworks for the Fast Fourier Transform", section 1.7). Immutable; work arrays belong to the caller.
 */
public final class BatchFft {
    private final int n;
    private final double[] cos;
    private final double[] sin;

    /**
     * A transform of one length.
     *
     * @param n a product of twos and threes
     * @throws IllegalArgumentException if it has another prime factor
     */
    public BatchFft(int n) {
        if (n < 1 || n != nextLength(n)) {
            throw new IllegalArgumentException("not a product of twos and threes: " + n);
        }
        this.n = n;
        this.cos = new double[n];
        this.sin = new double[n];
        for (int k = 0; k < n; k++) {
            cos[k] = Math.cos(2.0 * Math.PI * k / n);
            sin[k] = -Math.sin(2.0 * Math.PI * k / n);
        }
    }

    public int length() {
        return n;
    }

    /** The smallest length, a product of twos and threes, that is at least {@code minimum}. */
    public static int nextLength(int minimum) {
        if (minimum < 1 || minimum > 1 << 29) {
            throw new IllegalArgumentException("no transform of length " + minimum);
        }
        for (int candidate = minimum; ; candidate++) {
            int rest = candidate >> Integer.numberOfTrailingZeros(candidate);
            while (rest % 3 == 0) {
                rest /= 3;
            }
            if (rest == 1) {
                return candidate;
            }
        }
    }

    /** Work arrays for one thread: the data and a second pair of the same size. */
    public static final class Buffer {
        double[] re;
        double[] im;
        double[] otherRe;
        double[] otherIm;

        public Buffer(int size) {
            re = new double[size];
            im = new double[size];
            otherRe = new double[size];
            otherIm = new double[size];
        }

        /** Real parts; the array changes with every transform. */
        public double[] re() {
            return re;
        }

        /** Imaginary parts; the array changes with every transform. */
        public double[] im() {
            return im;
        }

        private void swap() {
            double[] t = re;
            re = otherRe;
            otherRe = t;
            t = im;
            im = otherIm;
            otherIm = t;
        }

        private void conjugateRoles() {
            double[] t = re;
            re = im;
            im = t;
            t = otherRe;
            otherRe = otherIm;
            otherIm = t;
        }
    }

    /** Forward transform in place of the buffer's first {@code n * batch} elements. */
    public void forward(Buffer buffer, int batch) {
        int rest = n;
        int stride = batch;
        while (rest > 1) {
            int radix = rest % 4 == 0 ? 4 : rest % 3 == 0 ? 3 : 2;
            int m = rest / radix;
            for (int p = 0; p < m; p++) {
                if (radix == 4) {
                    butterfly4(buffer, stride, p, m);
                } else if (radix == 3) {
                    butterfly3(buffer, stride, p, m);
                } else {
                    butterfly2(buffer, stride, p, m);
                }
            }
            buffer.swap();
            rest = m;
            stride *= radix;
        }
    }

    /** Inverse transform without the factor 1/n: f_j = Σ F_k exp(+2πi jk/n). */
    public void inverse(Buffer buffer, int batch) {
        buffer.conjugateRoles();
        forward(buffer, batch);
        buffer.conjugateRoles();
    }

    private void butterfly2(Buffer b, int s, int p, int m) {
        int step = n / (2 * m);
        double wr = cos[p * step];
        double wi = sin[p * step];
        double[] xr = b.re;
        double[] xi = b.im;
        double[] yr = b.otherRe;
        double[] yi = b.otherIm;
        int x0 = s * p;
        int x1 = s * (p + m);
        int y0 = s * 2 * p;
        int y1 = y0 + s;
        for (int q = 0; q < s; q++) {
            double ar = xr[x0 + q];
            double ai = xi[x0 + q];
            double br = xr[x1 + q];
            double bi = xi[x1 + q];
            yr[y0 + q] = ar + br;
            yi[y0 + q] = ai + bi;
            double dr = ar - br;
            double di = ai - bi;
            yr[y1 + q] = dr * wr - di * wi;
            yi[y1 + q] = dr * wi + di * wr;
        }
    }

    private void butterfly3(Buffer b, int s, int p, int m) {
        int step = n / (3 * m);
        double w1r = cos[p * step];
        double w1i = sin[p * step];
        double w2r = cos[2 * p * step];
        double w2i = sin[2 * p * step];
        double half = Math.sqrt(0.75);
        double[] xr = b.re;
        double[] xi = b.im;
        double[] yr = b.otherRe;
        double[] yi = b.otherIm;
        int x0 = s * p;
        int x1 = s * (p + m);
        int x2 = s * (p + 2 * m);
        int y0 = s * 3 * p;
        for (int q = 0; q < s; q++) {
            double sr = xr[x1 + q] + xr[x2 + q];
            double si = xi[x1 + q] + xi[x2 + q];
            double dr = half * (xr[x1 + q] - xr[x2 + q]);
            double di = half * (xi[x1 + q] - xi[x2 + q]);
            double cr = xr[x0 + q] - 0.5 * sr;
            double ci = xi[x0 + q] - 0.5 * si;
            yr[y0 + q] = xr[x0 + q] + sr;
            yi[y0 + q] = xi[x0 + q] + si;
            double ur = cr + di;
            double ui = ci - dr;
            yr[y0 + s + q] = ur * w1r - ui * w1i;
            yi[y0 + s + q] = ur * w1i + ui * w1r;
            double vr = cr - di;
            double vi = ci + dr;
            yr[y0 + 2 * s + q] = vr * w2r - vi * w2i;
            yi[y0 + 2 * s + q] = vr * w2i + vi * w2r;
        }
    }

    private void butterfly4(Buffer b, int s, int p, int m) {
        int step = n / (4 * m);
        double w1r = cos[p * step];
        double w1i = sin[p * step];
        double w2r = cos[2 * p * step];
        double w2i = sin[2 * p * step];
        double w3r = cos[3 * p * step];
        double w3i = sin[3 * p * step];
        double[] xr = b.re;
        double[] xi = b.im;
        double[] yr = b.otherRe;
        double[] yi = b.otherIm;
        int x0 = s * p;
        int x1 = s * (p + m);
        int x2 = s * (p + 2 * m);
        int x3 = s * (p + 3 * m);
        int y0 = s * 4 * p;
        int y1 = y0 + s;
        int y2 = y1 + s;
        int y3 = y2 + s;
        for (int q = 0; q < s; q++) {
            double apcr = xr[x0 + q] + xr[x2 + q];
            double apci = xi[x0 + q] + xi[x2 + q];
            double amcr = xr[x0 + q] - xr[x2 + q];
            double amci = xi[x0 + q] - xi[x2 + q];
            double bpdr = xr[x1 + q] + xr[x3 + q];
            double bpdi = xi[x1 + q] + xi[x3 + q];
            double bmdr = xr[x1 + q] - xr[x3 + q];
            double bmdi = xi[x1 + q] - xi[x3 + q];
            yr[y0 + q] = apcr + bpdr;
            yi[y0 + q] = apci + bpdi;
            double ur = amcr + bmdi;
            double ui = amci - bmdr;
            yr[y1 + q] = ur * w1r - ui * w1i;
            yi[y1 + q] = ur * w1i + ui * w1r;
            double vr = apcr - bpdr;
            double vi = apci - bpdi;
            yr[y2 + q] = vr * w2r - vi * w2i;
            yi[y2 + q] = vr * w2i + vi * w2r;
            double tr = amcr - bmdi;
            double ti = amci + bmdr;
            yr[y3 + q] = tr * w3r - ti * w3i;
            yi[y3 + q] = tr * w3i + ti * w3r;
        }
    }
}
