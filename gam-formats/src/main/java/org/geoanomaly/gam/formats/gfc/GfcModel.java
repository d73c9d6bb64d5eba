package org.geoanomaly.gam.formats.gfc;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A gravity field model as read: header, static coefficients and time-variable terms. Coefficients are fully normalised and packed order by
 * order: all degrees 0…N of order 0, then 1…N of order 1, and so on. Immutable.
 */
public final class GfcModel {
    /** Receives the coefficients of a model one by one. */
    public interface CoefficientSink {
        void accept(int degree, int order, double cosine, double sine);
    }

    private final GfcHeader header;
    private final int[] degrees;
    private final int[] orders;
    private final double[] cosines;
    private final double[] sines;
    private final SortedMap<Integer, List<TimeTerm>> variable;

    /** Static coefficients as parallel arrays; time terms by packed (degree, order), sorted by start. */
    GfcModel(
            GfcHeader header,
            int[] degrees,
            int[] orders,
            double[] cosines,
            double[] sines,
            SortedMap<Integer, List<TimeTerm>> variable) {
        this.header = header;
        this.degrees = degrees;
        this.orders = orders;
        this.cosines = cosines;
        this.sines = sines;
        this.variable = Collections.unmodifiableSortedMap(variable);
    }

    public GfcHeader header() {
        return header;
    }

    /** Whether coefficients depend on the epoch. */
    public boolean isTimeVariable() {
        return !variable.isEmpty();
    }

    /** The number of coefficient pairs, static and variable. */
    public int size() {
        return degrees.length + variable.size();
    }

    /** The first day of the interval that each time-variable coefficient is valid in and the end of the last, as Julian years since J2000. */
    public double @Nullable [] validity() {
        if (variable.isEmpty()) {
            return null;
        }
        double start = Double.POSITIVE_INFINITY;
        double end = Double.NEGATIVE_INFINITY;
        for (List<TimeTerm> terms : variable.values()) {
            for (TimeTerm t : terms) {
                start = Math.min(start, t.start);
                end = Math.max(end, t.end);
            }
        }
        return new double[] {start, end};
    }

    /**
     * Hands out every coefficient pair at a time; pairs the file leaves out are zero and not handed out.
     *
     * @param time Julian years since J2000, as {@link GfcEpoch} gives them; NaN for each variable coefficient's own reference epoch
     */
    public void forEach(double time, CoefficientSink sink) {
        for (int i = 0; i < degrees.length; i++) {
            sink.accept(degrees[i], orders[i], cosines[i], sines[i]);
        }
        for (List<TimeTerm> terms : variable.values()) {
            TimeTerm term = terms.get(0);
            double at = Double.isNaN(time) ? term.start : time;
            term = TimeTerm.valid(terms, at);
            sink.accept(term.degree, term.order, term.cosineAt(at), term.sineAt(at));
        }
    }
}
