package org.geoanomaly.gam.pipeline.config;

import java.util.Locale;

/** How raster blocks are compressed. */
public enum Compression {
    /** zlib streams, readable everywhere. */
    DEFLATE;

    /** The word in the configuration file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
