package org.geoanomaly.gam.pipeline.spi;

/** What every plugin says about itself. */
public interface Plugin {
    /** Version of these interfaces; it grows when an implementation compiled against an older one would no longer work. */
    int VERSION = 1;

    /** Name by which the configuration chooses it: lower-case letters, digits and hyphens. Unique among plugins of one kind. */
    String id();

    /** The {@link #VERSION} it was compiled against. */
    default int spiVersion() {
        return VERSION;
    }
}
