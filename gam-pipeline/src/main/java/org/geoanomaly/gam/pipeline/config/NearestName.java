package org.geoanomaly.gam.pipeline.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a user probably meant. */
public final class NearestName {
    private NearestName() {}

    /**
     * The candidate fewest edits away (insert, delete, replace, swap of neighbours; case, {@code -} and {@code _} do not count), if it is
     * near enough to be a likely slip: at most a third of the letters, at least one.
     */
    public static Optional<String> of(String word, Collection<String> candidates) {
        String plain = fold(word);
        int limit = Math.max(1, Math.min(plain.length(), 64) / 3);
        return candidates.stream()
                .filter(c -> Math.abs(fold(c).length() - plain.length()) <= limit)
                .filter(c -> edits(plain, fold(c)) <= limit)
                .min(Comparator.<String>comparingInt(c -> edits(plain, fold(c))).thenComparing(c -> c));
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Optimal string alignment distance. */
    static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replace, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
