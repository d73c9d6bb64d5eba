package org.geoanomaly.gam.pipeline.error;

import org.geoanomaly.gam.grid.error.GamException;
import org.jspecify.annotations.Nullable;

/** The configuration or the command line asks for something impossible; exit code 2. */
public final class ConfigurationException extends GamException {
    public ConfigurationException(String message) {
        this(message, null, null);
    }

    public ConfigurationException(String message, @Nullable String help, @Nullable Throwable cause) {
        super(message, help, cause);
    }

    @Override
    public String code() {
        return "config";
    }
}
