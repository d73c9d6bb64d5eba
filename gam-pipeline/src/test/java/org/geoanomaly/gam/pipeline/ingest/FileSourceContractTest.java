package org.geoanomaly.gam.pipeline.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.contract.DataSourceContract;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.DataSource;
import org.junit.jupiter.api.io.TempDir;

/** The source of files keeps the contract that those of strangers keep. */
class FileSourceContractTest extends DataSourceContract {
    @TempDir
    private Path tables;

    @Override
    protected DataSource plugin() {
        return new FileSource();
    }

    @Override
    protected DataRequest request() throws IOException {
        Path file = tables.resolve("stations.csv");
        if (!Files.exists(file)) {
            StringBuilder csv = new StringBuilder("longitude,latitude,height_m,gravity_disturbance\n");
            for (int i = 0; i < 200; i++) {
                csv.append(String.format(
                        Locale.ROOT, "%.4f,%.4f,100,%.3f%n", 10 + 0.005 * (i % 20), 45 + 0.01 * (i % 13), Math.sin(i)));
            }
            Files.writeString(file, csv);
        }
        return new DataRequest("gravity", SourceSpec.LocalFile.of(file), new BoundingBox(44, 46, 9, 11), 0.1);
    }
}
