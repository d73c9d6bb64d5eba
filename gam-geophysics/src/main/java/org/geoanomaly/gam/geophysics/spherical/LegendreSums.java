package org.geoanomaly.gam.geophysics.spherical;

import java.util.Arrays;

/**
 * The inner sums of a synthesis: for a block of lanes and order after order, Σₙ C̄ₙₘ Qₙₘ and Σₙ S̄ₙₘ Qₙₘ of every field, with n − m even and
 * odd apart, because the mirrored latitude is even − odd. One recursion of Q serves all fields and both hemispheres.
 *
 * <p>Stability: sectoral seeds underflow from degree 500 or so on. Seeds are kept as mantissa and exponent (the X-numbers of Fukushima 2012,
 * "Numerical computation of spherical harmonics of arbitrary degree and order", J. Geodesy 86, radix 2⁹⁶⁰); a lane climbs alone until its
 * functions exceed 2⁻⁹⁰⁰, which adds nothing to any sum, and joins the block's vectorisable loops then. The lane's arithmetic does not depend on
 * its neighbours, so any blocking gives the same bits.
 */
final class LegendreSums {
    private static final double RADIX = 0x1p960;
    private static final double INVERSE_RADIX = 0x1p-960;
    private static final double LARGE = 0x1p60;
    private static final double SMALL = 0x1p-900;

    /** Receives the sums of one order; the arrays are valid during the call only. */
    interface OrderVisitor {
        /**
         * Takes the sums of one order.
         *
         * @param m the order
         * @param live lanes 0…live−1 have sums; those above have none at this order or any higher one
         * @param sums for each field: cosine even, cosine odd, sine even, sine odd, each by lane
         */
        void order(int m, int live, double[][][] sums);
    }

    private final int top;
    private final double[] a;
    private final double[] b;
    private final double[][] cosines;
    private final double[][] sines;
    private final Lanes lanes;
    private final double[][][] sums;
    private final double[] last;
    private final double[] beforeLast;
    private final double[] row0;
    private final double[] row1;
    private final double[] seed;
    private final int[] seedExponent;
    private final double[] joinLast;
    private final double[] joinBefore;
    private final int[] join;
    private final int[] queue;

    /**
     * @param recursion of the fields' degree
     * @param fields all of the recursion's degree
     */
    LegendreSums(LegendreRecursion recursion, HarmonicCoefficients[] fields, Lanes lanes) {
        this.top = recursion.maxDegree();
        this.a = recursion.a();
        this.b = recursion.b();
        this.lanes = lanes;
        this.cosines = new double[fields.length][];
        this.sines = new double[fields.length][];
        for (int f = 0; f < fields.length; f++) {
            cosines[f] = fields[f].cosines();
            sines[f] = fields[f].sines();
        }
        int n = lanes.count();
        this.sums = new double[fields.length][4][n];
        this.last = new double[n];
        this.beforeLast = new double[n];
        this.row0 = new double[n];
        this.row1 = new double[n];
        this.seed = new double[n];
        this.seedExponent = new int[n];
        this.joinLast = new double[n];
        this.joinBefore = new double[n];
        this.join = new int[n];
        this.queue = new int[n];
    }

    /** Runs over all orders, 0 first. Stops early when no lane has anything left to give. */
    void forEachOrder(OrderVisitor visitor) {
        Arrays.fill(seed, 1.0);
        Arrays.fill(seedExponent, 0);
        for (int m = 0; m <= top; m++) {
            if (m > 0) {
                advanceSeeds(m);
            }
            int live = liveLanes(m);
            if (live == 0) {
                return;
            }
            for (double[][] field : sums) {
                for (double[] sum : field) {
                    Arrays.fill(sum, 0, live, 0.0);
                }
            }
            climb(m, live);
            sweep(m, live);
            visitor.order(m, live, sums);
        }
    }

    private void advanceSeeds(int m) {
        double factor = LegendreRecursion.sectoral(m);
        double[] qu = lanes.qu();
        for (int k = 0; k < seed.length; k++) {
            double x = seed[k] * (factor * qu[k]);
            if (x != 0.0 && Math.abs(x) < SMALL) {
                x *= RADIX;
                seedExponent[k]--;
            }
            seed[k] = x;
        }
    }

    /**
     * One past the last lane whose functions of order m can matter. P̄ₙₘ is negligible for all n ≤ N where m exceeds N cos φ′ by more than its
     * Airy-like transition (Reinecke and Seljebotn 2013, section 3.3, use max(100, N/100)).
     */
    private int liveLanes(int m) {
        double margin = Math.max(120.0, 0.02 * top);
        double[] qu = lanes.qu();
        double[] q2 = lanes.q2();
        for (int k = seed.length - 1; k >= 0; k--) {
            if (seed[k] != 0.0 && m <= top * (qu[k] / Math.sqrt(q2[k])) + margin) {
                return k + 1;
            }
        }
        return 0;
    }

    /** For each lane: the group of four degrees at which its functions are large enough for plain arithmetic, and their values there. */
    private void climb(int m, int live) {
        int base = HarmonicCoefficients.index(0, m, top);
        for (int k = 0; k < live; k++) {
            last[k] = 0.0;
            beforeLast[k] = 0.0;
            if (seedExponent[k] == 0) {
                joinLast[k] = seed[k];
                joinBefore[k] = 0.0;
                join[k] = 0;
                addSectoral(base + m, k);
            } else {
                climb(k, base, m);
            }
        }
        sortQueue(live);
    }

    private void addSectoral(int i, int k) {
        for (int f = 0; f < sums.length; f++) {
            sums[f][0][k] += cosines[f][i] * seed[k];
            sums[f][2][k] += sines[f][i] * seed[k];
        }
    }

    private void climb(int k, int base, int m) {
        double t = lanes.qt()[k];
        double r = lanes.q2()[k];
        double p1 = seed[k];
        double p2 = 0.0;
        int exponent = seedExponent[k];
        int group = 0;
        for (int i = base + m + 1; i + 3 <= base + top; i += 4) {
            double p = a[i] * t * p1 - b[i] * r * p2;
            double q = a[i + 1] * t * p - b[i + 1] * r * p1;
            p2 = a[i + 2] * t * q - b[i + 2] * r * p;
            p1 = a[i + 3] * t * p2 - b[i + 3] * r * q;
            group++;
            if (Math.abs(p1) > LARGE || Math.abs(p2) > LARGE) {
                p1 *= INVERSE_RADIX;
                p2 *= INVERSE_RADIX;
                if (++exponent == 0) {
                    join[k] = group;
                    joinLast[k] = p1;
                    joinBefore[k] = p2;
                    return;
                }
            }
        }
        join[k] = Integer.MAX_VALUE;
    }

    /** Lanes by the group at which they join: nearly sorted already, so by insertion. */
    private void sortQueue(int live) {
        for (int k = 0; k < live; k++) {
            int at = k;
            while (at > 0 && join[queue[at - 1]] > join[k]) {
                queue[at] = queue[at - 1];
                at--;
            }
            queue[at] = k;
        }
    }

    private void sweep(int m, int live) {
        int base = HarmonicCoefficients.index(0, m, top) + m + 1;
        int groups = (top - m) / 4;
        int waiting = 0;
        int active = 0;
        int group = join[queue[0]];
        while (true) {
            while (waiting < live && join[queue[waiting]] <= group) {
                int k = queue[waiting++];
                last[k] = joinLast[k];
                beforeLast[k] = joinBefore[k];
                active = Math.max(active, k + 1);
            }
            if (group >= groups) {
                break;
            }
            int end = waiting < live ? Math.min(groups, join[queue[waiting]]) : groups;
            for (; group < end; group++) {
                fourDegrees(base + 4 * group, active);
            }
        }
        if (group == groups) {
            for (int n = m + 1 + 4 * groups; n <= top; n++) {
                oneDegree(base + n - m - 1, (n - m) % 2, active);
            }
        }
    }

    /** Four steps of the recursion and the first field's sums, fused so that the functions stay in registers. */
    private void fourDegrees(int i, int active) {
        double a0 = a[i];
        double a1 = a[i + 1];
        double a2 = a[i + 2];
        double a3 = a[i + 3];
        double b0 = b[i];
        double b1 = b[i + 1];
        double b2 = b[i + 2];
        double b3 = b[i + 3];
        double[] x = lanes.qt();
        double[] y = lanes.q2();
        double[] one = last;
        double[] two = beforeLast;
        double[] r0 = row0;
        double[] r1 = row1;
        for (int k = 0; k < active; k++) {
            double t = x[k];
            double q = y[k];
            double u = one[k];
            double p0 = a0 * t * u - b0 * q * two[k];
            double p1 = a1 * t * p0 - b1 * q * u;
            double p2 = a2 * t * p1 - b2 * q * p0;
            r0[k] = p0;
            r1[k] = p1;
            two[k] = p2;
            one[k] = a3 * t * p2 - b3 * q * p1;
        }
        for (int f = 0; f < sums.length; f++) {
            accumulate(cosines[f], sines[f], i, sums[f], active);
        }
    }

    private void accumulate(double[] cosine, double[] sine, int i, double[][] sum, int active) {
        double c0 = cosine[i];
        double c1 = cosine[i + 1];
        double c2 = cosine[i + 2];
        double c3 = cosine[i + 3];
        double s0 = sine[i];
        double s1 = sine[i + 1];
        double s2 = sine[i + 2];
        double s3 = sine[i + 3];
        double[] r0 = row0;
        double[] r1 = row1;
        double[] r2 = beforeLast;
        double[] r3 = last;
        double[] cosineEven = sum[0];
        double[] cosineOdd = sum[1];
        double[] sineEven = sum[2];
        double[] sineOdd = sum[3];
        for (int k = 0; k < active; k++) {
            double p0 = r0[k];
            double p1 = r1[k];
            double p2 = r2[k];
            double p3 = r3[k];
            cosineOdd[k] += c0 * p0 + c2 * p2;
            cosineEven[k] += c1 * p1 + c3 * p3;
            sineOdd[k] += s0 * p0 + s2 * p2;
            sineEven[k] += s1 * p1 + s3 * p3;
        }
    }

    private void oneDegree(int i, int parity, int active) {
        double[] x = lanes.qt();
        double[] y = lanes.q2();
        for (int k = 0; k < active; k++) {
            double p = a[i] * x[k] * last[k] - b[i] * y[k] * beforeLast[k];
            beforeLast[k] = last[k];
            last[k] = p;
        }
        for (int f = 0; f < sums.length; f++) {
            double c = cosines[f][i];
            double s = sines[f][i];
            double[] cosineSum = sums[f][parity];
            double[] sineSum = sums[f][2 + parity];
            for (int k = 0; k < active; k++) {
                cosineSum[k] += c * last[k];
                sineSum[k] += s * last[k];
            }
        }
    }
}
