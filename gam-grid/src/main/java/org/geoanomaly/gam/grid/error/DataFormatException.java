package org.geoanomaly.gam.grid.error;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file is not what it claims to be: wrong kind, truncated, or a header that cannot be true. */
public final class DataFormatException extends GamException {
    /**
     * @param file the file or resource as the user named it
     * @param problem the rest of the sentence, for example {@code "is an HTML page, not a GeoTIFF"}
     */
    public DataFormatException(Path file, String problem) {
        this(file.toString(), problem, null, null);
    }

    public DataFormatException(Path file, String problem, @Nullable String help) {
        this(file.toString(), problem, help, null);
    }

    public DataFormatException(String file, String problem, @Nullable String help, @Nullable Throwable cause) {
        super(file + " " + problem, help, cause);
    }

    @Override
    public String code() {
        return "format";
    }
}
