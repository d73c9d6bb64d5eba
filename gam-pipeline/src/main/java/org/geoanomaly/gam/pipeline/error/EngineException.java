package org.geoanomaly.gam.pipeline.error;

import org.geoanomaly.gam.grid.error.GamException;
import org.jspecify.annotations.Nullable;

/** Tiles could not be computed where they were to be: a cluster was lost, a machine failed again and again. */
public class EngineException extends GamException {
    public EngineException(String message, @Nullable String help, @Nullable Throwable cause) {
        super(message, help, cause);
    }

    @Override
    public final String code() {
        return "engine";
    }
}
