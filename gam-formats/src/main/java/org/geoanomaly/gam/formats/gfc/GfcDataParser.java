package org.geoanomaly.gam.formats.gfc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.StringTokenizer;
import java.util.TreeMap;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.jspecify.annotations.Nullable;

/** Takes the data lines of an ICGEM file one by one. */
final class GfcDataParser {
    private final String name;
    private final GfcHeader header;
    private int[] degrees = new int[1024];
    private int[] orders = new int[1024];
    private double[] cosines = new double[1024];
    private double[] sines = new double[1024];
    private int count;
    private int highest;
    private final BitSet seen = new BitSet();
    private final TreeMap<Integer, List<TimeTerm>> variable = new TreeMap<>();
    private @Nullable TimeTerm current;

    GfcDataParser(String name, GfcHeader header) {
        this.name = name;
        this.header = header;
    }

    void accept(String line, int number) {
        List<String> words = words(line);
        if (words.isEmpty() || words.get(0).startsWith("#")) {
            return;
        }
        String key = words.get(0);
        switch (key) {
            case "gfc" -> constant(words, number);
            case "gfct" -> value(words, number);
            case "trnd", "dot" -> trend(words, number);
            case "asin", "acos" -> wave(words, number);
            default -> throw problem(number, "starts with '" + clipped(key) + "', which is no ICGEM data key");
        }
    }

    private static List<String> words(String line) {
        StringTokenizer tokens = new StringTokenizer(line);
        List<String> out = new ArrayList<>(10);
        while (tokens.hasMoreTokens()) {
            out.add(tokens.nextToken());
        }
        return out;
    }

    private void constant(List<String> words, int number) {
        int n = degree(words, number);
        int m = order(words, n, number);
        if (seen.get(packed(n, m)) || variable.containsKey(packed(n, m))) {
            throw problem(number, "gives degree " + n + " order " + m + " a second time");
        }
        seen.set(packed(n, m));
        if (count == degrees.length) {
            grow();
        }
        double factor = normalization(n, m);
        degrees[count] = n;
        orders[count] = m;
        cosines[count] = coefficient(words, 3, number) * factor;
        double sine = coefficient(words, 4, number) * factor;
        sines[count] = m == 0 ? 0.0 : sine;
        count++;
    }

    private void grow() {
        degrees = Arrays.copyOf(degrees, 2 * count);
        orders = Arrays.copyOf(orders, 2 * count);
        cosines = Arrays.copyOf(cosines, 2 * count);
        sines = Arrays.copyOf(sines, 2 * count);
    }

    private void value(List<String> words, int number) {
        int n = degree(words, number);
        int m = order(words, n, number);
        double c = coefficient(words, 3, number);
        double s = coefficient(words, 4, number);
        TimeTerm term = interval(words, words.size(), n, m, number);
        if (seen.get(packed(n, m)) || term.hasValue) {
            throw problem(number, "gives degree " + n + " order " + m + " a second time");
        }
        double factor = normalization(n, m);
        term.c = c * factor;
        term.s = m == 0 ? 0.0 : s * factor;
        term.hasValue = true;
        current = term;
    }

    private void trend(List<String> words, int number) {
        int n = degree(words, number);
        int m = order(words, n, number);
        double factor = normalization(n, m);
        double c = coefficient(words, 3, number) * factor;
        double s = coefficient(words, 4, number) * factor;
        TimeTerm term = owner(words, words.size(), n, m, number);
        term.trendC += c;
        term.trendS += m == 0 ? 0.0 : s;
    }

    private void wave(List<String> words, int number) {
        int n = degree(words, number);
        int m = order(words, n, number);
        double factor = normalization(n, m);
        double c = coefficient(words, 3, number) * factor;
        double amplitude = coefficient(words, 4, number) * factor;
        double s = m == 0 ? 0.0 : amplitude;
        // five words, then no, two or four sigmas, then the dates of version 2, then the period: an even number without
        // one
        double period =
                words.size() >= 6 && words.size() % 2 == 0 ? GfcNumber.parse(words.get(words.size() - 1)) : Double.NaN;
        if (!(period > 0)) {
            throw problem(number, "has no period in years at its end");
        }
        owner(words, words.size() - 1, n, m, number)
                .waves
                .add(new TimeTerm.Wave(words.get(0).equals("asin"), period, c, s));
    }

    /** The term that a trend or wave belongs to: the one of its own dates, or the latest value of that degree and order. */
    private TimeTerm owner(List<String> words, int end, int n, int m, int number) {
        if (end >= 7 && GfcEpoch.parse(words.get(end - 1)).isPresent()) {
            return interval(words, end, n, m, number);
        }
        TimeTerm term = current;
        if (term == null || term.degree != n || term.order != m) {
            List<TimeTerm> terms = variable.get(packed(n, m));
            if (terms == null) {
                throw problem(
                        number, "has '" + words.get(0) + "' for degree " + n + " order " + m + " without a gfct line");
            }
            term = terms.get(terms.size() - 1);
        }
        return term;
    }

    /** The term with the dates at the end of a line: t₀ alone, or t₀ and t₁. */
    private TimeTerm interval(List<String> words, int end, int n, int m, int number) {
        OptionalDouble last = end > 5 ? GfcEpoch.parse(words.get(end - 1)) : OptionalDouble.empty();
        if (last.isEmpty()) {
            throw problem(number, "has no date yyyymmdd at its end");
        }
        OptionalDouble before = end > 6 ? GfcEpoch.parse(words.get(end - 2)) : OptionalDouble.empty();
        if (before.isEmpty() && header.version() == 2) {
            throw problem(number, "needs two dates t0 and t1, for the header says icgem2.0");
        }
        double start = before.isPresent() ? before.getAsDouble() : last.getAsDouble();
        double stop = before.isPresent() ? last.getAsDouble() : Double.POSITIVE_INFINITY;
        if (!(stop > start)) {
            throw problem(number, "has an interval that ends before it starts");
        }
        List<TimeTerm> terms = variable.computeIfAbsent(packed(n, m), k -> new ArrayList<>());
        for (TimeTerm t : terms) {
            if (t.start == start) {
                return t;
            }
        }
        TimeTerm term = new TimeTerm(n, m, start, stop);
        terms.add(term);
        return term;
    }

    private int degree(List<String> words, int number) {
        int n = words.size() > 2 ? GfcNumber.integer(words.get(1)) : -1;
        if (n < 0) {
            throw problem(
                    number,
                    words.size() > 2
                            ? "has degree '" + clipped(words.get(1)) + "', which is not a whole number"
                            : "is incomplete: degree, order and two coefficients are needed");
        }
        if (n > (header.maxDegree() < 0 ? 10_800 : header.maxDegree())) {
            throw problem(number, "has degree " + n + " above the header's max_degree " + header.maxDegree());
        }
        highest = Math.max(highest, n);
        return n;
    }

    private int order(List<String> words, int degree, int number) {
        int m = GfcNumber.integer(words.get(2));
        if (m < 0 || m > degree) {
            throw problem(
                    number, "has order '" + clipped(words.get(2)) + "', which is not a whole number up to " + degree);
        }
        return m;
    }

    private double coefficient(List<String> words, int at, int number) {
        if (words.size() <= at) {
            throw problem(number, "is incomplete: degree, order and two coefficients are needed");
        }
        double value = GfcNumber.parse(words.get(at));
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw problem(number, "has coefficient '" + clipped(words.get(at)) + "', which is not a number");
        }
        return value;
    }

    /** 1, or from unnormalised to fully normalised: √((n+m)! / ((2−δ)(2n+1)(n−m)!)). */
    private double normalization(int n, int m) {
        if (header.normalized()) {
            return 1.0;
        }
        double product = 1.0 / ((m == 0 ? 1.0 : 2.0) * (2.0 * n + 1.0));
        double root = Math.sqrt(product);
        for (int k = n - m + 1; k <= n + m; k++) {
            root *= Math.sqrt(k);
        }
        return root;
    }

    private static int packed(int n, int m) {
        return n * (n + 1) / 2 + m;
    }

    private static String clipped(String word) {
        return word.length() > 40 ? word.substring(0, 40) + "…" : word;
    }

    GfcModel finish() {
        if (count == 0 && variable.isEmpty()) {
            throw new DataFormatException(name, "has a header but no coefficients; it is cut short", null, null);
        }
        if (highest < header.maxDegree()) {
            throw new DataFormatException(
                    name,
                    "ends at degree " + highest + " though its header says max_degree " + header.maxDegree()
                            + "; it is cut short",
                    null,
                    null);
        }
        long room = (highest + 1L) * (highest + 2L) / 2;
        if (room > 1_000_000 && room > 1000L * (count + variable.size())) {
            throw new DataFormatException(
                    name,
                    "reaches degree " + highest + " with only " + (count + variable.size()) + " coefficients",
                    null,
                    null);
        }
        for (List<TimeTerm> terms : variable.values()) {
            TimeTerm first = terms.get(0);
            for (TimeTerm t : terms) {
                if (!t.hasValue) {
                    throw new DataFormatException(
                            name,
                            "has a trend or period for degree " + first.degree + " order " + first.order
                                    + " over an interval without a gfct line",
                            null,
                            null);
                }
            }
            terms.sort(Comparator.comparingDouble(t -> t.start));
        }
        GfcHeader full = header.maxDegree() >= 0 ? header : withDegree(highest);
        return new GfcModel(
                full,
                Arrays.copyOf(degrees, count),
                Arrays.copyOf(orders, count),
                Arrays.copyOf(cosines, count),
                Arrays.copyOf(sines, count),
                variable);
    }

    private GfcHeader withDegree(int degree) {
        return new GfcHeader(
                header.modelName(),
                header.body(),
                header.gravityConstant(),
                header.radius(),
                degree,
                header.tideSystem(),
                header.normalized(),
                header.errors(),
                header.version());
    }

    private DataFormatException problem(int number, String text) {
        return new DataFormatException(name, "line " + number + " " + text, null, null);
    }
}
