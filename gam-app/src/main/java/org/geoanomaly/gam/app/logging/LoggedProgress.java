package org.geoanomaly.gam.app.logging;

import java.util.concurrent.atomic.LongAdder;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes progress on and writes it to the log as well: results, warnings, and for each stage how long it took. */
public final class LoggedProgress implements ProgressListener {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedProgress.class);

    private final ProgressListener listener;

    public LoggedProgress(ProgressListener listener) {
        this.listener = listener;
    }

    @Override
    public StageProgress begin(String stage, long total) {
        StageProgress inner = listener.begin(stage, total);
        long start = System.nanoTime();
        LongAdder done = new LongAdder();
        LOG.atDebug().addKeyValue("stage", stage).addKeyValue("total", total).log("started");
        return new StageProgress() {
            @Override
            public void advance(long units) {
                done.add(units);
                inner.advance(units);
            }

            @Override
            public void note(String note) {
                inner.note(note);
            }

            @Override
            public void close() {
                inner.close();
                LOG.atInfo()
                        .addKeyValue("stage", stage)
                        .addKeyValue("duration_ms", (System.nanoTime() - start) / 1_000_000)
                        .addKeyValue("done", done.sum())
                        .addKeyValue("total", total)
                        .log("finished");
            }
        };
    }

    @Override
    public void info(String stage, String message) {
        listener.info(stage, message);
        LOG.atInfo().addKeyValue("stage", stage).log(message);
    }

    @Override
    public void warn(String stage, String message) {
        listener.warn(stage, message);
        LOG.atWarn().addKeyValue("stage", stage).log(message);
    }
}
