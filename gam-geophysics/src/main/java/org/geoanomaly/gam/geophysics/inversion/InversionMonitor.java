package org.geoanomaly.gam.geophysics.inversion;

/** Watches an inversion and can stop it; called from the thread that runs it. */
public interface InversionMonitor {
    /** Sees nothing and never stops. */
    InversionMonitor SILENT = new InversionMonitor() {
        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void step(InversionStep step) {}

        @Override
        public void products(int count) {}
    };

    /** Whether to stop; asked before every product with the operator. */
    boolean cancelled();

    /** A value of β or a reweighting is done. */
    void step(InversionStep step);

    /** As many products with GᵀWG were made so far. */
    void products(int count);
}
