package org.geoanomaly.gam.pipeline.error;

import org.geoanomaly.gam.grid.error.GamException;
import org.jspecify.annotations.Nullable;

/** Data could not be brought onto the working grid: units, alignment, filtering. */
public final class PreprocessingException extends GamException {
    public PreprocessingException(String message) {
        this(message, null, null);
    }

    public PreprocessingException(String message, @Nullable String help, @Nullable Throwable cause) {
        super(message, help, cause);
    }

    @Override
    public String code() {
        return "preprocess";
    }
}
