package org.geoanomaly.gam.pipeline.error;

import org.geoanomaly.gam.grid.error.GamException;
import org.jspecify.annotations.Nullable;

/** A plugin could not be loaded though the configuration needs it, or failed in a way that its author must mend. */
public final class PluginException extends GamException {
    public PluginException(String message, @Nullable String help, @Nullable Throwable cause) {
        super(message, help, cause);
    }

    @Override
    public String code() {
        return "plugin";
    }
}
