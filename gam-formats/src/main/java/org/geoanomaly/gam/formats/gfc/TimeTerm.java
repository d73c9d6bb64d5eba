package org.geoanomaly.gam.formats.gfc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One coefficient pair over one interval: value at the reference epoch, trend in 1/year, and periodic parts, G(t) = G₀ + trend (t − t₀) + Σ aₛ
 * sin(2π(t − t₀)/p) + a꜀ cos(2π(t − t₀)/p) (ICGEM format description, 2011 and 2.0).
 */
final class TimeTerm {
    /** A periodic part: sine or cosine, period in years, amplitudes of C and S. */
    record Wave(boolean sine, double period, double c, double s) {}

    final int degree;
    final int order;
    final double start;
    final double end;
    double c;
    double s;
    boolean hasValue;
    double trendC;
    double trendS;
    final List<Wave> waves = new ArrayList<>();

    /**
     * An empty term.
     *
     * @param start t₀ in Julian years since J2000
     * @param end t₁, or +∞ where the format has none
     */
    TimeTerm(int degree, int order, double start, double end) {
        this.degree = degree;
        this.order = order;
        this.start = start;
        this.end = end;
    }

    double cosineAt(double time) {
        return at(time, c, trendC, true);
    }

    double sineAt(double time) {
        return at(time, s, trendS, false);
    }

    private double at(double time, double value, double trend, boolean cosine) {
        double dt = time - start;
        double out = value + trend * dt;
        for (Wave w : waves) {
            double phase = 2.0 * Math.PI * dt / w.period();
            out += (cosine ? w.c() : w.s()) * (w.sine() ? Math.sin(phase) : Math.cos(phase));
        }
        return out;
    }

    /** The term whose interval holds a time; the first one before all of them and the last one after. */
    static TimeTerm valid(List<TimeTerm> sorted, double time) {
        @Nullable TimeTerm best = null;
        for (TimeTerm term : sorted) {
            if (best == null || term.start <= time) {
                best = term;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("no terms");
        }
        return best;
    }
}
