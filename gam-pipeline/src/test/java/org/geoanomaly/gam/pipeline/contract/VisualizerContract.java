package org.geoanomaly.gam.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.spi.Visualizer;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every visualizer keeps to. */
public abstract class VisualizerContract extends PluginContract<Visualizer> {
    @TempDir
    private Path folder;

    /** A small result; equal at each call. */
    protected abstract RegionResult result();

    private Map<String, String> drawn(String name, int threads) throws IOException {
        Path directory = Files.createDirectories(folder.resolve(name));
        Map<String, String> told = new TreeMap<>();
        try (Workers workers = new Workers(threads)) {
            List<Path> files = plugin().render(result(), VisualizationSection.DEFAULT, directory, context(workers));
            for (Path file : files) {
                Path place = (file.startsWith(directory) ? file : directory.resolve(file)).normalize();
                assertThat(place).startsWith(directory).isRegularFile();
                told.put(directory.relativize(place).toString(), Sha256.ofFile(place));
            }
        }
        try (Stream<Path> written = Files.walk(directory)) {
            assertThat(written.filter(Files::isRegularFile)
                            .map(f -> directory.relativize(f).toString()))
                    .containsExactlyInAnyOrderElementsOf(told.keySet());
        }
        return told;
    }

    @Test
    void it_tells_of_every_file_and_the_bytes_depend_on_nothing_but_the_result() throws IOException {
        assertThat(drawn("two", 2)).isNotEmpty().isEqualTo(drawn("one", 1));
    }
}
