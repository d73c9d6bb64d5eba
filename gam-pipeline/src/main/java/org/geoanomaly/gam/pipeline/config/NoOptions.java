package org.geoanomaly.gam.pipeline.config;

/** The options of a plugin that has none. */
public record NoOptions() {
    public static final NoOptions NONE = new NoOptions();
}
