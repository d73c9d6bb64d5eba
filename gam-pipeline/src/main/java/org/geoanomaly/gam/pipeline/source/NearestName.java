package org.geoanomaly.gam.pipeline.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What the user probably meant. */
final class NearestName {
    private NearestName() {}

    /** {@code "; did you mean 'x'?"}, or empty if nothing is near. */
    static String hint(String name, Collection<String> known) {
        return nearest(name, known).map(n -> "; did you mean '" + n + "'?").orElse("");
    }

    private static Optional<String> nearest(String name, Collection<String> known) {
        if (name.length() > 64) {
            return Optional.empty();
        }
        Optional<String> best = known.stream()
                .min(Comparator.<String>comparingInt(k -> distance(name, k)).thenComparing(Comparator.naturalOrder()));
        boolean near = best.isPresent() && distance(name, best.get()) <= Math.max(2, name.length() / 3);
        return near
                ? best
                : known.stream().filter(k -> k.startsWith(name)).sorted().findFirst();
    }

    /** Levenshtein distance, two rows. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
