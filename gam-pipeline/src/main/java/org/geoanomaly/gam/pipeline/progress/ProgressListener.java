package org.geoanomaly.gam.pipeline.progress;

/** Receives progress of a run. Implementations are thread-safe and never throw. */
public interface ProgressListener {
    /** Listens to nothing. */
    ProgressListener SILENT = new ProgressListener() {
        @Override
        public StageProgress begin(String stage, long total) {
            return StageProgress.SILENT;
        }

        @Override
        public void info(String stage, String message) {}

        @Override
        public void warn(String stage, String message) {}
    };

    /**
     * A stage starts.
     *
     * @param stage short lower-case name, such as {@code tiles}
     * @param total units of work expected, or -1 if unknown
     */
    StageProgress begin(String stage, long total);

    /** A result worth a line on the console. */
    void info(String stage, String message);

    /** Something that a user should know but that does not end the run. */
    void warn(String stage, String message);
}
