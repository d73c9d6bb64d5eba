package org.geoanomaly.gam.geophysics.deformation.fit;

/** Where to search: the least and greatest of each number, which are also the limits of its flat prior. Immutable; the arrays are copied. */
public final class SearchBox {
    private final double[] lower;
    private final double[] upper;

    public SearchBox(double[] lower, double[] upper) {
        if (lower.length != upper.length) {
            throw new IllegalArgumentException(lower.length + " lower limits, " + upper.length + " upper ones");
        }
        for (int i = 0; i < lower.length; i++) {
            if (!(lower[i] < upper[i]) || !Double.isFinite(lower[i]) || !Double.isFinite(upper[i])) {
                throw new IllegalArgumentException(
                        "limits " + i + " of a search must be finite and in order: " + lower[i] + ", " + upper[i]);
            }
        }
        this.lower = lower.clone();
        this.upper = upper.clone();
    }

    public int size() {
        return lower.length;
    }

    public double lower(int i) {
        return lower[i];
    }

    public double upper(int i) {
        return upper[i];
    }

    double range(int i) {
        return upper[i] - lower[i];
    }

    double clip(int i, double value) {
        return Math.min(upper[i], Math.max(lower[i], value));
    }

    boolean holds(double[] q) {
        for (int i = 0; i < lower.length; i++) {
            if (!(q[i] >= lower[i] && q[i] <= upper[i])) {
                return false;
            }
        }
        return true;
    }
}
