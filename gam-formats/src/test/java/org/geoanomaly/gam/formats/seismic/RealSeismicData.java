package org.geoanomaly.gam.formats.seismic;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real files that are not part of the sources. */
final class RealSeismicData {
    private RealSeismicData() {}

    static Path file(String name) {
        String data = System.getenv("GAM_DATA_DIR");
        Path path = Path.of(data == null ? "." : data, "seismic").resolve(name);
        if (!Files.exists(path)) {
            String message = path + " is missing: set GAM_DATA_DIR to the folder of real data";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
        return path;
    }
}
