package org.geoanomaly.gam.pipeline.progress;

/** Progress of one stage; closing it ends the stage. Thread-safe. */
public interface StageProgress extends AutoCloseable {
    /** Counts nothing. */
    StageProgress SILENT = new StageProgress() {
        @Override
        public void advance(long units) {}

        @Override
        public void note(String note) {}

        @Override
        public void close() {}
    };

    /** More units are done. */
    void advance(long units);

    /** What is in hand now, shown behind the bar, such as {@code now t_S10_W170}. */
    void note(String note);

    @Override
    void close();
}
