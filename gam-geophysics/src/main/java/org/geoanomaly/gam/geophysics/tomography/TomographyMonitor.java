package org.geoanomaly.gam.geophysics.tomography;

/** Watches a tomography and can stop it. {@link #cancelled} is asked from any thread. */
public interface TomographyMonitor {
    /** Sees nothing and never stops. */
    TomographyMonitor SILENT = new TomographyMonitor() {
        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void now(String what) {}

        @Override
        public void step(TomographyStep step) {}
    };

    /** Whether to stop, answered with a {@link java.util.concurrent.CancellationException}. */
    boolean cancelled();

    /** What is being done. */
    void now(String what);

    /** An iteration is done. */
    void step(TomographyStep step);

    /** Throws if the work is to stop. */
    default void requireGoing() {
        if (cancelled()) {
            throw new java.util.concurrent.CancellationException("the tomography was stopped");
        }
    }
}
