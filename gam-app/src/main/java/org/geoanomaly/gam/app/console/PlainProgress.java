package org.geoanomaly.gam.app.console;

import java.util.Locale;
import java.util.function.LongSupplier;

/** Lines without redrawing, for files and continuous integration: one every five seconds or five percent, at most one a second. */
final class PlainProgress extends ConsoleProgress {
    private static final long EVERY_MILLIS = 5000;
    private static final long AT_MOST_EVERY_MILLIS = 1000;
    private static final long EVERY_PERCENT = 5;

    private final Detail detail;

    PlainProgress(Console console, LongSupplier clock, Detail detail) {
        super(console, clock);
        this.detail = detail;
    }

    @Override
    void onBegin(Stage stage) {}

    @Override
    void onAdvance(Stage stage) {
        long since = now() - stage.reportedMillis;
        boolean moved = stage.percent() - stage.reportedPercent >= EVERY_PERCENT && since >= AT_MOST_EVERY_MILLIS;
        if (detail == Detail.FULL
                && (moved || since >= EVERY_MILLIS)
                && !(stage.counted() && stage.done >= stage.total)) {
            stage.reportedMillis = now();
            stage.reportedPercent = stage.percent();
            long eta = stage.eta(now());
            String rest = eta < 0 ? "" : "eta " + DurationText.countdown(eta);
            print("INF", stage.name, join(counts(stage), stage.note, rest));
        }
    }

    @Override
    void onEnd(Stage stage) {
        if (detail == Detail.FULL) {
            String took = "in " + DurationText.words(now() - stage.startMillis);
            print("INF", stage.name, stage.done > 0 ? join(counts(stage), took) : "done " + took);
        }
    }

    private String counts(Stage stage) {
        return stage.counted()
                ? String.format(
                        Locale.ROOT, "[ %d/%d %3d%% %s ]", stage.done, stage.total, stage.percent(), stage.rate(now()))
                : String.format(Locale.ROOT, "[ %d %s ]", stage.done, stage.rate(now()));
    }

    private static String join(String... parts) {
        StringBuilder line = new StringBuilder();
        for (String part : parts) {
            if (!part.isEmpty()) {
                line.append(line.isEmpty() ? "" : " ").append(part);
            }
        }
        return line.toString();
    }

    @Override
    void onInfo(String stage, String message) {
        if (detail != Detail.QUIET) {
            print("INF", stage, message);
        }
    }

    @Override
    void onWarn(String stage, String message) {
        print("WRN", stage, message);
    }

    @Override
    void onLine(String text) {
        console.err().println(text);
    }

    private void print(String level, String stage, String message) {
        String indented = message.replace("\n", "\n" + " ".repeat(23));
        console.err()
                .println(String.format(
                        Locale.ROOT, "%s %s %-10s %s", DurationText.clock(elapsed()), level, stage, indented));
    }
}
