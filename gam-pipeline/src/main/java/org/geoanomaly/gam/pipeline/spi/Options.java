package org.geoanomaly.gam.pipeline.spi;

/** Gives options back as the class that the plugin knows. */
final class Options {
    private Options() {}

    @SuppressWarnings("unchecked") // compared by class
    static <R extends Record> R of(Record bound, R defaults) {
        return bound.getClass() == defaults.getClass() ? (R) bound : defaults;
    }
}
