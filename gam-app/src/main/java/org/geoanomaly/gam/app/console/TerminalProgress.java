package org.geoanomaly.gam.app.console;

import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A bar for each stage in hand, redrawn at most ten times a second at the bottom of the terminal; finished stages stay as lines. */
final class TerminalProgress extends ConsoleProgress {
    private static final long REDRAW_MILLIS = 100;
    private static final int BAR_CELLS = 20;
    private static final String CLEAR_LINE = "\r\u001b[2K";
    private static final String LINE_UP = "\u001b[1A";
    private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final String ASCII_SPINNER = "|/-\\";

    private final ScheduledExecutorService ticker;
    private int drawn;
    private long drawnMillis = Long.MIN_VALUE / 2;

    TerminalProgress(Console console, LongSupplier clock) {
        super(console, clock);
        ticker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "gam-progress");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> unused = ticker.scheduleAtFixedRate(this::tick, 250, 250, TimeUnit.MILLISECONDS);
    }

    private synchronized void tick() {
        redrawIfDue();
    }

    @Override
    void onBegin(Stage stage) {
        redrawIfDue();
    }

    @Override
    void onAdvance(Stage stage) {
        redrawIfDue();
    }

    @Override
    void onEnd(Stage stage) {
        boolean complete = !stage.counted() || stage.done >= stage.total;
        String mark = complete ? console.mark("✓", "+") : console.mark("·", "-");
        String counts = stage.done > 0 ? String.format(Locale.ROOT, "%,d", stage.done) : "";
        if (!complete) {
            counts = String.format(Locale.ROOT, "%,d of %,d", stage.done, stage.total);
        }
        keep(String.format(
                Locale.ROOT,
                "  %s %-10s %-44s %10s",
                mark,
                stage.name,
                counts,
                DurationText.words(now() - stage.startMillis)));
    }

    @Override
    void onInfo(String stage, String message) {
        keep(String.format(Locale.ROOT, "    %-10s %s", stage, message.replace("\n", "\n" + " ".repeat(15))));
    }

    @Override
    void onWarn(String stage, String message) {
        keep(String.format(Locale.ROOT, "  ! %-10s %s", stage, message.replace("\n", "\n" + " ".repeat(15))));
    }

    @Override
    void onLine(String text) {
        keep(text);
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        synchronized (this) {
            StringBuilder frame = new StringBuilder();
            erase(frame);
            show(frame);
        }
    }

    /** Prints a line that stays, with the bars drawn again below it. */
    private void keep(String line) {
        StringBuilder frame = new StringBuilder();
        erase(frame);
        frame.append(line).append('\n');
        draw(frame);
        show(frame);
    }

    private void redrawIfDue() {
        if (now() - drawnMillis >= REDRAW_MILLIS && !stages().isEmpty()) {
            StringBuilder frame = new StringBuilder();
            erase(frame);
            draw(frame);
            show(frame);
        }
    }

    private void show(StringBuilder frame) {
        if (!frame.isEmpty()) {
            console.err().print(frame);
            console.err().flush();
        }
    }

    private void erase(StringBuilder frame) {
        for (int i = 0; i < drawn; i++) {
            frame.append(i == 0 ? "" : LINE_UP).append(CLEAR_LINE);
        }
        drawn = 0;
    }

    private void draw(StringBuilder frame) {
        drawnMillis = now();
        for (Stage stage : stages()) {
            String line = barLine(stage);
            int fits = Math.min(line.length(), console.columns() - 1);
            frame.append(drawn == 0 ? "" : "\n").append(line, 0, fits);
            drawn++;
        }
    }

    private String barLine(Stage stage) {
        String frames = console.unicode() ? SPINNER : ASCII_SPINNER;
        char spin = frames.charAt((int) (elapsed() / REDRAW_MILLIS % frames.length()));
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %s %-10s ", spin, stage.name));
        if (stage.counted()) {
            line.append(bar(stage.done / (double) stage.total))
                    .append(String.format(
                            Locale.ROOT,
                            " %d %%  %,d/%,d  %s",
                            stage.percent(),
                            stage.done,
                            stage.total,
                            stage.rate(now())));
        } else {
            line.append(DurationText.words(now() - stage.startMillis));
        }
        if (!stage.note.isEmpty()) {
            line.append("  ").append(stage.note);
        }
        long eta = stage.eta(now());
        return eta < 0
                ? line.toString()
                : line.append("  eta ").append(DurationText.words(eta)).toString();
    }

    private String bar(double fraction) {
        double cells = Math.min(1, fraction) * BAR_CELLS;
        int full = (int) cells;
        boolean half = full < BAR_CELLS && cells - full >= 0.5;
        return console.mark("━", "#").repeat(full)
                + (half ? console.mark("╸", "-") : "")
                + console.mark("─", ".").repeat(BAR_CELLS - full - (half ? 1 : 0));
    }
}
