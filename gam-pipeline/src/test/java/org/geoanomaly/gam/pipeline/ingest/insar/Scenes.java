package org.geoanomaly.gam.pipeline.ingest.insar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.geoanomaly.gam.formats.cog.CogMetadata;
import org.geoanomaly.gam.formats.cog.CogOptions;
import org.geoanomaly.gam.formats.cog.CogWriter;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.ConfigLoader;
import org.geoanomaly.gam.pipeline.config.ConfigRequest;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.source.Mirrors;
import org.geoanomaly.gam.pipeline.source.SourceCatalogue;
import org.geoanomaly.gam.pipeline.source.SourceResolver;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.FetchContext;
import org.geoanomaly.gam.pipeline.store.RunClock;

/** Reads scenes as a run does, from a configuration, offline. */
public final class Scenes {
    private Scenes() {}

    /** The points of {@code data.sources.insar}, written as YAML in flow style. */
    public static RawData.Points read(Path folder, BoundingBox area, String insar) throws Exception {
        SourceSpec spec = spec(folder, insar);
        SourceResolver resolver = new SourceResolver(
                Mirrors.of(System.getenv(), List.of()),
                folder.resolve("cache"),
                null,
                ProgressListener.SILENT,
                RunClock.system());
        try (Workers workers = new Workers(1)) {
            FetchContext context = new FetchContext(
                    SourceCatalogue.builtIn(), resolver, folder.resolve("scratch"), workers, ProgressListener.SILENT);
            DataRequest request = new DataRequest("insar", spec, area, 0.1);
            InsarSource source = new InsarSource();
            assertThat(source.serves(request)).isTrue();
            return (RawData.Points) source.read(request, source.locate(request, context), context);
        }
    }

    static SourceSpec spec(Path folder, String insar) throws IOException {
        Path file = folder.resolve("config.yaml");
        java.nio.file.Files.writeString(file, "data:\n  sources:\n    insar: " + insar + "\n");
        return Objects.requireNonNull(ConfigLoader.load(new ConfigRequest(file, Map.of(), List.of(), List.of()))
                .config()
                .data()
                .sources()
                .get("insar"));
    }

    /** The folder of real InSAR data; without it the test is skipped, under CI it fails. */
    public static Path real() {
        String directory = System.getenv(Mirrors.VARIABLE);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(directory)
                    .as("GAM_DATA_DIR must name the real data where CI is true")
                    .isNotNull();
        }
        assumeTrue(directory != null, "GAM_DATA_DIR does not name a directory of real data");
        return Path.of(directory).resolve("insar");
    }

    /** A value for each cell, by column and row from the north-west. */
    interface Cell {
        double at(int column, int row);
    }

    /** Ten by eight cells of 100 m in UTM zone 14, around 99.1° W, 19.4° N. */
    static GridGeometry utm() {
        return new GridGeometry(new Crs("EPSG:32614", false), 489_000, 2_145_600, 100, 100, 10, 8, Registration.CELL);
    }

    /** Ten by eight cells of 0.001 degrees. */
    static GridGeometry degrees() {
        return new GridGeometry(Crs.WGS84, -99.11, 19.41, 0.001, 0.001, 10, 8, Registration.CELL);
    }

    static FloatGrid grid(GridGeometry geometry, Cell cell) {
        float[] values = new float[geometry.columns() * geometry.rows()];
        for (int r = 0; r < geometry.rows(); r++) {
            for (int c = 0; c < geometry.columns(); c++) {
                values[r * geometry.columns() + c] = (float) cell.at(c, r);
            }
        }
        return new FloatGrid(geometry, Unit.DIMENSIONLESS, values);
    }

    /** A GeoTIFF with the given tags, names and values in turn. */
    static Path tiff(Path file, GridGeometry geometry, Cell cell, String... tags) throws IOException {
        CogMetadata metadata = CogMetadata.NONE;
        for (int i = 0; i < tags.length; i += 2) {
            metadata = metadata.with(tags[i], tags[i + 1]);
        }
        CogWriter.write(file, grid(geometry, cell), CogOptions.DEFAULT, metadata);
        return file;
    }
}
