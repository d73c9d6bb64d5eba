package org.geoanomaly.gam.pipeline.run;

import java.util.concurrent.atomic.AtomicLong;
import org.geoanomaly.gam.pipeline.progress.StageProgress;

/** The part of a stage's bar that one task may fill: percent of the task. Closing it fills the rest. Thread-safe. */
final class TaskProgress implements StageProgress {
    /** Units of one task. */
    static final long WHOLE = 100;

    private final StageProgress stage;
    private final AtomicLong left = new AtomicLong(WHOLE);

    TaskProgress(StageProgress stage) {
        this.stage = stage;
    }

    /** The last percent is not done before the task is. */
    @Override
    public void advance(long units) {
        long before = left.getAndUpdate(l -> Math.max(1, l - Math.max(0, units)));
        long moved = Math.min(Math.max(0, units), before - 1);
        if (moved > 0) {
            stage.advance(moved);
        }
    }

    @Override
    public void note(String note) {
        stage.note(note);
    }

    @Override
    public void close() {
        stage.advance(left.getAndSet(1));
    }
}
