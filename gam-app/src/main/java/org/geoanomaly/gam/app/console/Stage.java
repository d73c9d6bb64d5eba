package org.geoanomaly.gam.app.console;

import java.util.Locale;

/** Counts of one stage in hand. Guarded by the lock of the console progress that owns it. */
final class Stage {
    final String name;
    final long total;
    final long startMillis;
    long done;
    String note = "";
    long reportedMillis;
    long reportedPercent;

    Stage(String name, long total, long now) {
        this.name = name;
        this.total = total;
        this.startMillis = now;
        this.reportedMillis = now;
    }

    boolean counted() {
        return total > 0;
    }

    long percent() {
        return counted() ? Math.min(100, done * 100 / total) : 0;
    }

    double perSecond(long now) {
        return now > startMillis ? done * 1000.0 / (now - startMillis) : 0;
    }

    /** Milliseconds left at the mean speed so far, or -1 if that cannot be told yet. */
    long eta(long now) {
        if (!counted() || done <= 0 || done >= total || now - startMillis < 1000) {
            return -1;
        }
        return (long) ((now - startMillis) * ((double) (total - done) / done));
    }

    String rate(long now) {
        double r = perSecond(now);
        return String.format(Locale.ROOT, r >= 100 ? "%.0f/s" : "%.1f/s", r);
    }
}
