package org.geoanomaly.gam.pipeline.error;

import java.util.List;
import java.util.stream.Stream;
import org.geoanomaly.gam.grid.error.GamException;
import org.jspecify.annotations.Nullable;

/**
 * The configuration or the command line asks for something impossible; exit code 2. If several things are wrong at once, the first is the
 * exception itself and {@link #all()} lists every one of them.
 */
public final class ConfigurationException extends GamException {
    private final @Nullable SourceExcerpt where;

    public ConfigurationException(String message) {
        this(message, null, null, null);
    }

    public ConfigurationException(String message, @Nullable String help, @Nullable Throwable cause) {
        this(message, help, null, cause);
    }

    private ConfigurationException(
            String message, @Nullable String help, @Nullable SourceExcerpt where, @Nullable Throwable cause) {
        super(message, help, cause);
        this.where = where;
    }

    /** An error whose place can be shown. */
    public static ConfigurationException at(SourceExcerpt where, String message, @Nullable String help) {
        return new ConfigurationException(message, help, where, null);
    }

    @Override
    public String code() {
        return "config";
    }

    /** The file and line, variable or option that is wrong, or null if the message already says it. */
    public @Nullable SourceExcerpt where() {
        return where;
    }

    /** This error and those found together with it, in the order found. */
    public List<ConfigurationException> all() {
        return Stream.concat(
                        Stream.of(this),
                        Stream.of(getSuppressed())
                                .filter(ConfigurationException.class::isInstance)
                                .map(ConfigurationException.class::cast))
                .toList();
    }
}
