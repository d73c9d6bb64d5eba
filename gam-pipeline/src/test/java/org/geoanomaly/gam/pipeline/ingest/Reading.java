package org.geoanomaly.gam.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.source.Mirrors;
import org.geoanomaly.gam.pipeline.source.SourceCatalogue;
import org.geoanomaly.gam.pipeline.source.SourceResolver;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.FetchContext;
import org.geoanomaly.gam.pipeline.store.RunClock;

/** Reads through the plugin as a run does, offline. */
final class Reading implements AutoCloseable {
    private final Workers workers = new Workers(2);
    private final FetchContext context;

    private Reading(Map<String, String> environment, Path folder) {
        SourceResolver resolver = new SourceResolver(
                Mirrors.of(environment, List.of()),
                folder.resolve("cache"),
                null,
                ProgressListener.SILENT,
                RunClock.system());
        this.context = new FetchContext(
                SourceCatalogue.builtIn(), resolver, folder.resolve("scratch"), workers, ProgressListener.SILENT);
    }

    /** Of files of the user. */
    static Reading of(Path folder) {
        return new Reading(Map.of(), folder);
    }

    /** Of the catalogue, whose files are where {@code GAM_DATA_DIR} says. */
    static Reading ofRealData(Path folder) {
        return new Reading(Map.of(Mirrors.VARIABLE, realData().toString()), folder);
    }

    static Path realData() {
        String directory = System.getenv(Mirrors.VARIABLE);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(directory)
                    .as("GAM_DATA_DIR must name the real data where CI is true")
                    .isNotNull();
        }
        assumeTrue(directory != null, "GAM_DATA_DIR does not name a directory of real data");
        return Path.of(directory);
    }

    RawData read(String modality, SourceSpec source, BoundingBox area) throws IOException {
        DataRequest request = new DataRequest(modality, source, area, 0.1);
        FileSource plugin = new FileSource();
        return plugin.read(request, plugin.locate(request, context), context);
    }

    RawData.Points points(String modality, SourceSpec source, BoundingBox area) throws IOException {
        return (RawData.Points) read(modality, source, area);
    }

    RawData.Gridded grid(String modality, SourceSpec source, BoundingBox area) throws IOException {
        return (RawData.Gridded) read(modality, source, area);
    }

    /** The value of the node or cell nearest to a place. */
    static float at(RawData.Gridded data, double longitude, double latitude) {
        var g = data.grid().geometry();
        double east = longitude;
        while (east < g.west()) {
            east += 360;
        }
        int column = (int) Math.floor((east - g.west()) / g.dx());
        int row = (int) Math.floor((g.north() - latitude) / g.dy());
        return data.grid().get(column, row);
    }

    @Override
    public void close() {
        workers.close();
    }
}
