package org.geoanomaly.gam.app.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;

/**
 * Progress of a run on standard error. Thread-safe; never throws. Close it when the run ends, so that no half-drawn bar stays behind.
 */
public abstract class ConsoleProgress implements ProgressListener, AutoCloseable {
    protected final Console console;
    private final LongSupplier clock;
    private final long startMillis;
    private final List<Stage> stages = new ArrayList<>();

    /** @param clock milliseconds that never run backwards */
    protected ConsoleProgress(Console console, LongSupplier clock) {
        this.console = console;
        this.clock = clock;
        this.startMillis = clock.getAsLong();
    }

    /** How much is shown. */
    public enum Detail {
        /** Warnings only. */
        QUIET,
        /** Lines, no bars and no counts. */
        LINES,
        /** Everything. */
        FULL
    }

    /** A bar on a terminal, plain lines elsewhere. */
    public static ConsoleProgress on(Console console, Detail detail) {
        LongSupplier clock = () -> System.nanoTime() / 1_000_000;
        return detail == Detail.FULL && console.terminal()
                ? new TerminalProgress(console, clock)
                : new PlainProgress(console, clock, detail);
    }

    @Override
    public final StageProgress begin(String stage, long total) {
        synchronized (this) {
            Stage started = new Stage(Console.printable(stage), total, now());
            stages.add(started);
            onBegin(started);
            return new Handle(started);
        }
    }

    @Override
    public final synchronized void info(String stage, String message) {
        onInfo(Console.printable(stage), Console.printable(message));
    }

    @Override
    public final synchronized void warn(String stage, String message) {
        onWarn(Console.printable(stage), Console.printable(message));
    }

    /** A line as it stands, such as a log line; not broken by a bar. */
    public final synchronized void line(String text) {
        onLine(Console.printable(text));
    }

    protected final long now() {
        return clock.getAsLong();
    }

    protected final long elapsed() {
        return now() - startMillis;
    }

    /** Stages in hand, oldest first. */
    final List<Stage> stages() {
        return stages;
    }

    abstract void onBegin(Stage stage);

    abstract void onAdvance(Stage stage);

    abstract void onEnd(Stage stage);

    abstract void onInfo(String stage, String message);

    abstract void onWarn(String stage, String message);

    abstract void onLine(String text);

    @Override
    public void close() {}

    private final class Handle implements StageProgress {
        private final Stage stage;
        private boolean closed;

        Handle(Stage stage) {
            this.stage = stage;
        }

        @Override
        public void advance(long units) {
            synchronized (ConsoleProgress.this) {
                stage.done += units;
                if (!closed) {
                    onAdvance(stage);
                }
            }
        }

        @Override
        public void note(String note) {
            synchronized (ConsoleProgress.this) {
                stage.note = Console.printable(note).replace('\n', ' ');
            }
        }

        @Override
        public void close() {
            synchronized (ConsoleProgress.this) {
                if (!closed) {
                    closed = true;
                    stages.remove(stage);
                    onEnd(stage);
                }
            }
        }
    }
}
