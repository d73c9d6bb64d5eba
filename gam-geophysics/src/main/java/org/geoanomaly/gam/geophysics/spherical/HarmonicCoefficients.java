package org.geoanomaly.gam.geophysics.spherical;

import java.util.function.IntToDoubleFunction;

/**
 * Fully normalised cosine and sine coefficients C̄ₙₘ, S̄ₙₘ, 0 ≤ m ≤ n ≤ N, packed order by order: all degrees of order 0, then of order 1,
 * and so on, so that a recursion over degree reads memory in sequence. Immutable once handed out.
 */
public final class HarmonicCoefficients {
    /** The largest degree that is accepted: twice the 1′ resolution, 0.9 GB. */
    public static final int LARGEST_DEGREE = 10_800;

    private final int maxDegree;
    private final double[] cosine;
    private final double[] sine;

    /** All coefficients zero. */
    public HarmonicCoefficients(int maxDegree) {
        if (maxDegree < 0 || maxDegree > LARGEST_DEGREE) {
            throw new IllegalArgumentException("degree " + maxDegree + " is not within 0.." + LARGEST_DEGREE);
        }
        this.maxDegree = maxDegree;
        this.cosine = new double[size(maxDegree)];
        this.sine = new double[cosine.length];
    }

    /** The number of (degree, order) pairs up to a degree. */
    public static int size(int maxDegree) {
        return (maxDegree + 1) * (maxDegree + 2) / 2;
    }

    /** Where (degree, order) lies in arrays packed order by order up to maxDegree. */
    public static int index(int degree, int order, int maxDegree) {
        return order * (2 * maxDegree + 1 - order) / 2 + degree;
    }

    public int maxDegree() {
        return maxDegree;
    }

    public double cosine(int degree, int order) {
        return cosine[index(degree, order, maxDegree)];
    }

    public double sine(int degree, int order) {
        return sine[index(degree, order, maxDegree)];
    }

    /** Sets one pair; the sine coefficient of order 0 has no meaning and is dropped. For building only. */
    public void set(int degree, int order, double c, double s) {
        int i = index(degree, order, maxDegree);
        cosine[i] = c;
        sine[i] = order == 0 ? 0.0 : s;
    }

    void add(int degree, int order, double c, double s) {
        int i = index(degree, order, maxDegree);
        cosine[i] += c;
        sine[i] += order == 0 ? 0.0 : s;
    }

    /** The backing array of the cosine coefficients, packed order by order. */
    double[] cosines() {
        return cosine;
    }

    double[] sines() {
        return sine;
    }

    /**
     * A copy up to a degree (zero-padded if it is above this one's), each coefficient multiplied by a factor of its degree.
     *
     * @param factor of the degree; 0 leaves a degree out
     */
    public HarmonicCoefficients scaled(int degree, IntToDoubleFunction factor) {
        HarmonicCoefficients out = new HarmonicCoefficients(degree);
        int top = Math.min(degree, maxDegree);
        for (int n = 0; n <= top; n++) {
            double f = factor.applyAsDouble(n);
            if (f != 0.0) {
                for (int m = 0; m <= n; m++) {
                    int i = index(n, m, maxDegree);
                    out.set(n, m, f * cosine[i], f * sine[i]);
                }
            }
        }
        return out;
    }

    /** Degrees low to high alone; the result ends at the lower of high and this one's degree. */
    public HarmonicCoefficients band(int low, int high) {
        return scaled(Math.min(high, maxDegree), n -> n < low ? 0.0 : 1.0);
    }

    /**
     * The factor from Schmidt semi-normalised to fully normalised coefficients of one degree: gₙₘ / √(2n+1) (Winch et al. 2005, eq. 11).
     */
    public static double fromSchmidt(int degree) {
        return 1.0 / Math.sqrt(2.0 * degree + 1.0);
    }

    /** Σ over orders of C̄² + S̄² of one degree. */
    public double degreeVariance(int degree) {
        double sum = 0.0;
        for (int m = 0; m <= degree; m++) {
            int i = index(degree, m, maxDegree);
            sum += cosine[i] * cosine[i] + sine[i] * sine[i];
        }
        return sum;
    }
}
