package org.geoanomaly.gam.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.source.Mirrors;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.source.SourceCatalogue;
import org.geoanomaly.gam.pipeline.source.SourceResolver;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.DataSource;
import org.geoanomaly.gam.pipeline.spi.FetchContext;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every data source keeps to. There is no network in this contract. */
public abstract class DataSourceContract extends PluginContract<DataSource> {
    @TempDir
    private Path folder;

    /** A request that files on this machine answer, in a second at most. */
    protected abstract DataRequest request() throws IOException;

    private FetchContext context(Workers workers, String name) {
        SourceResolver resolver = new SourceResolver(
                Mirrors.of(Map.of(), List.of()),
                folder.resolve("cache"),
                null,
                ProgressListener.SILENT,
                RunClock.system());
        return new FetchContext(
                SourceCatalogue.builtIn(), resolver, folder.resolve(name), workers, ProgressListener.SILENT);
    }

    private String read(DataSource source, int threads, String name) throws IOException, InterruptedException {
        DataRequest request = request();
        try (Workers workers = new Workers(threads)) {
            FetchContext context = context(workers, name);
            RawData data = source.read(request, source.locate(request, context), context);
            assertThat(data.facts().modality()).isEqualTo(request.modality());
            if (data instanceof RawData.Points points) {
                assertThat(points.columns())
                        .containsKeys(RawData.Points.LONGITUDE, RawData.Points.LATITUDE, RawData.Points.VALUE);
            }
            return Fingerprint.of(data);
        }
    }

    @Test
    void it_serves_what_it_is_for_and_nothing_else() throws IOException {
        DataRequest request = request();
        assertThat(plugin().serves(request)).isTrue();
        DataRequest other = new DataRequest(
                "phrenology",
                new SourceSpec.Service("nowhere", null, "2000-01-01", "2000-01-02", null, null, List.of()),
                request.area(),
                request.spacingDeg());
        assertThat(plugin().serves(other)).isFalse();
    }

    @Test
    void what_it_locates_is_there_with_its_checksum() throws IOException, InterruptedException {
        try (Workers workers = new Workers(1)) {
            List<ResolvedSource> found = plugin().locate(request(), context(workers, "scratch"));
            assertThat(found).isNotEmpty();
            for (ResolvedSource file : found) {
                assertThat(file.file()).isRegularFile();
                assertThat(file.sha256()).isEqualTo(Sha256.ofFile(file.file()));
                assertThat(file.license()).isNotBlank();
            }
        }
    }

    @Test
    void the_same_bits_for_any_number_of_threads_and_beside_other_calls() throws IOException, InterruptedException {
        DataSource source = plugin();
        String alone = read(source, 1, "one");
        assertThat(read(plugin(), 3, "three")).isEqualTo(alone);
        assertThat(new HashSet<>(atOnce(2, () -> read(source, 2, "both")))).containsExactly(alone);
    }
}
