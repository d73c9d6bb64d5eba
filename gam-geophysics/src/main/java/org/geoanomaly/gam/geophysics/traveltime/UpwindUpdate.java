package org.geoanomaly.gam.geophysics.traveltime;

/**
 * The time of a node from its upwind neighbours: Σ (a δ + e)² = s² over the axes for the factor τ = τ₁ + δ (Treister &amp; Haber
 * 2016). Each axis gives a = c r/h ∓ p and e its value at δ = 0, with c = 1 for differences of first and 3/2 for those of second
 * order. An answer that is earlier than a neighbour it comes from, or rises toward one, is not causal: then first order is tried, and then
 * the axes without the latest. One thread at a time.
 */
final class UpwindUpdate {
    private static final double SLACK = 1e-9;

    private final double[] arrival = new double[3];
    private final double[] tau = new double[3];
    private final double[] tauFar = new double[3];
    private final double[] slope = new double[3];
    private final double[] inverse = new double[3];
    private final boolean[] second = new boolean[3];
    private int count;
    private boolean anySecond;
    /** Sums over the axes whose part of the gradient is p τ + g with a known g: p², p g and g². */
    private double pp;

    private double pg;
    private double gg;

    private double r;
    private double slowness;
    private double time;
    private double factor;

    void begin(double distance, double nodeSlowness) {
        r = distance;
        slowness = nodeSlowness;
        count = 0;
        anySecond = false;
        pp = 0;
        pg = 0;
        gg = 0;
    }

    /** An axis along which the factor's slope is known, for each metre. */
    void addSlope(double p, double slope) {
        double g = r * slope;
        pp += p * p;
        pg += p * g;
        gg += g * g;
    }

    /** A neighbour; the direction of the source's ray is positive toward the neighbour's side. */
    void addFirst(double neighbourTime, double neighbourFactor, double direction, double steps) {
        arrival[count] = neighbourTime;
        tau[count] = neighbourFactor;
        slope[count] = direction;
        inverse[count] = steps;
        second[count] = false;
        count++;
    }

    void addSecond(double neighbourTime, double neighbourFactor, double farFactor, double direction, double steps) {
        addFirst(neighbourTime, neighbourFactor, direction, steps);
        tauFar[count - 1] = farFactor;
        second[count - 1] = true;
        anySecond = true;
    }

    double time() {
        return time;
    }

    double factor() {
        return factor;
    }

    void solve() {
        if ((anySecond && quadratic(true)) || quadratic(false)) {
            return;
        }
        while (count > 1) {
            dropLatest();
            if ((anySecond && quadratic(true)) || quadratic(false)) {
                return;
            }
        }
        time = arrival[0] + slowness / inverse[0];
        factor = time / r;
    }

    private void dropLatest() {
        int latest = 0;
        for (int d = 1; d < count; d++) {
            latest = arrival[d] > arrival[latest] ? d : latest;
        }
        count--;
        arrival[latest] = arrival[count];
        tau[latest] = tau[count];
        tauFar[latest] = tauFar[count];
        slope[latest] = slope[count];
        inverse[latest] = inverse[count];
        second[latest] = second[count];
    }

    private boolean quadratic(boolean allowSecond) {
        double base = tau[0];
        double aa = pp;
        double ab = pp * base + pg;
        double bb = pp * base * base + 2 * pg * base + gg - slowness * slowness;
        double earliest = 0;
        for (int d = 0; d < count; d++) {
            double a = a(d, allowSecond);
            double e = e(d, base, allowSecond);
            aa += a * a;
            ab += a * e;
            bb += e * e;
            earliest = Math.max(earliest, arrival[d]);
        }
        double discriminant = ab * ab - aa * bb;
        if (!(discriminant >= 0)) {
            return false;
        }
        double delta = (Math.sqrt(discriminant) - ab) / aa;
        factor = base + delta;
        time = r * factor;
        boolean causal = time >= earliest * (1 - 1e-12);
        double least = -SLACK * slowness;
        for (int d = 0; d < count && causal; d++) {
            causal = a(d, allowSecond) * delta + e(d, base, allowSecond) >= least;
        }
        return causal;
    }

    private double a(int d, boolean allowSecond) {
        return (allowSecond && second[d] ? 1.5 : 1.0) * r * inverse[d] - slope[d];
    }

    private double e(int d, double base, boolean allowSecond) {
        double difference = allowSecond && second[d] ? 1.5 * base - 2 * tau[d] + 0.5 * tauFar[d] : base - tau[d];
        return difference * r * inverse[d] - slope[d] * base;
    }
}
