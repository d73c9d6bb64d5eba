package org.geoanomaly.gam.app.global;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.geoanomaly.gam.pipeline.demo.SyntheticInputs;

/** Inputs of one degree, and a configuration that names them. */
final class SmallInputs {
    private SmallInputs() {}

    /** Writes the files and returns the configuration. */
    static Path write(Path folder) throws IOException {
        SyntheticInputs inputs = new SyntheticInputs(7, 1, 1);
        Path magnetic = folder.resolve("magnetic.csv");
        Path gravity = folder.resolve("gravity.gdf");
        try (Writer out = Files.newBufferedWriter(magnetic)) {
            inputs.writeEmag2(out);
        }
        try (Writer out = Files.newBufferedWriter(gravity)) {
            inputs.writeGdf(out);
        }
        return Files.writeString(folder.resolve("small.yaml"), """
                data:
                  modalities: [magnetic, gravity]
                  cache_dir: '%s'
                  sources:
                    magnetic: {path: '%s', unit: nT}
                    gravity: {path: '%s'}
                """.formatted(folder.resolve("cache"), magnetic, gravity));
    }
}
