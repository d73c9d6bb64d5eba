package org.geoanomaly.gam.pipeline.error;

import org.jspecify.annotations.Nullable;

/** The place where tiles were to be computed is not there. Nothing has been done yet, so another place can be used instead. */
public final class EngineUnavailableException extends EngineException {
    public EngineUnavailableException(String message, @Nullable String help, @Nullable Throwable cause) {
        super(message, help, cause);
    }
}
