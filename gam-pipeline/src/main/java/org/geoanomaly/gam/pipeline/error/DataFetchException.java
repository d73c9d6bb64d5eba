package org.geoanomaly.gam.pipeline.error;

import org.geoanomaly.gam.grid.error.GamException;
import org.jspecify.annotations.Nullable;

/** A data source could not be obtained: network, checksum, or a file that is not there. */
public final class DataFetchException extends GamException {
    public DataFetchException(String message) {
        this(message, null, null);
    }

    public DataFetchException(String message, @Nullable String help, @Nullable Throwable cause) {
        super(message, help, cause);
    }

    @Override
    public String code() {
        return "fetch";
    }
}
