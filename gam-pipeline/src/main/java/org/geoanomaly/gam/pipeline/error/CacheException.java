package org.geoanomaly.gam.pipeline.error;

import org.geoanomaly.gam.grid.error.GamException;
import org.jspecify.annotations.Nullable;

/** Something stored earlier could not be read back or written. */
public final class CacheException extends GamException {
    public CacheException(String message) {
        this(message, null, null);
    }

    public CacheException(String message, @Nullable String help, @Nullable Throwable cause) {
        super(message, help, cause);
    }

    @Override
    public String code() {
        return "cache";
    }
}
