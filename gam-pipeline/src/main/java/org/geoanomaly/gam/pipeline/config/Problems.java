package org.geoanomaly.gam.pipeline.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.SourceExcerpt;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, so that one run shows everything, in the order of the file. */
final class Problems {
    private final List<ConfigurationException> found = new ArrayList<>();

    private int ofMissing;

    void add(Origin origin, String message, @Nullable String note, @Nullable String help) {
        found.add(ConfigurationException.at(origin.excerpt(note), message, help));
    }

    /** Notes a name that nobody knows, which a plugin that is not there may have brought. */
    void addOfMissing(Origin origin, String message, @Nullable String help) {
        add(origin, message, null, help);
        ofMissing++;
    }

    /** How many there are so far. */
    int count() {
        return found.size();
    }

    /** Whether all that is wrong may be due to plugins that are not there. */
    boolean onlyOfMissing() {
        return ofMissing > 0 && ofMissing == found.size();
    }

    void throwIfAny() {
        found.sort(Comparator.comparingInt(Problems::line));
        if (!found.isEmpty()) {
            ConfigurationException first = found.get(0);
            found.subList(1, found.size()).forEach(first::addSuppressed);
            throw first;
        }
    }

    private static int line(ConfigurationException problem) {
        SourceExcerpt where = problem.where();
        return where == null ? 0 : where.line();
    }
}
