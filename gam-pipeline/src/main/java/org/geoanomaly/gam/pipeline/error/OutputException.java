package org.geoanomaly.gam.pipeline.error;

import org.geoanomaly.gam.grid.error.GamException;
import org.jspecify.annotations.Nullable;

/** A product could not be written: lock held, disk full, directory read-only. */
public final class OutputException extends GamException {
    public OutputException(String message) {
        this(message, null, null);
    }

    public OutputException(String message, @Nullable String help, @Nullable Throwable cause) {
        super(message, help, cause);
    }

    @Override
    public String code() {
        return "output";
    }
}
