package org.geoanomaly.gam.pipeline.fetch;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A failure worth another attempt: a broken connection, a busy server. */
final class TransferException extends IOException {
    private final transient @Nullable Duration pause;

    TransferException(String message, @Nullable Duration pause, @Nullable Throwable cause) {
        super(message, cause);
        this.pause = pause;
    }

    /** How long the server asked us to wait, or null if it did not. */
    @Nullable
    Duration pause() {
        return pause;
    }
}
