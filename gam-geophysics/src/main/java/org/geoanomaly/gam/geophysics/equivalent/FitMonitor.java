package org.geoanomaly.gam.geophysics.equivalent;

/** Watches a fit of equivalent sources and can stop it; called from the thread that runs it. */
public interface FitMonitor {
    /** Sees nothing and never stops. */
    FitMonitor SILENT = new FitMonitor() {
        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void progress(double share) {}
    };

    /** Whether to stop; asked before every iteration. A fit that is stopped throws {@link java.util.concurrent.CancellationException}. */
    boolean cancelled();

    /** About this share of the work is done, 0…1, never less than before. */
    void progress(double share);
}
