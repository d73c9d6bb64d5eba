package org.geoanomaly.gam.grid.error;

import org.jspecify.annotations.Nullable;

/**
 * Base of every failure that a user can cause or mend. The message says what went wrong and where, in one sentence; {@link #help()} says
 * what to do about it. A stack trace is for the log, never for the console.
 */
public class GamException extends RuntimeException {
    private final @Nullable String help;

    public GamException(String message) {
        this(message, null, null);
    }

    public GamException(String message, @Nullable Throwable cause) {
        this(message, null, cause);
    }

    public GamException(String message, @Nullable String help, @Nullable Throwable cause) {
        super(message, cause);
        this.help = help;
    }

    /** A short name of the kind of failure, shown as {@code error[code]}. */
    public String code() {
        return "failed";
    }

    /** What the user can do, or null if the message already says it. */
    public final @Nullable String help() {
        return help;
    }
}
