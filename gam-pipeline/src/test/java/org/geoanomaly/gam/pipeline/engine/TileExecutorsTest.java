package org.geoanomaly.gam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.CoreSection;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.EngineUnavailableException;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.TileContext;
import org.geoanomaly.gam.pipeline.spi.TileExecutor;
import org.geoanomaly.gam.pipeline.spi.TileJob;
import org.geoanomaly.gam.pipeline.spi.TileResources;
import org.geoanomaly.gam.pipeline.spi.TileSession;
import org.junit.jupiter.api.Test;

class TileExecutorsTest {
    /** Squares, alone or with all threads. */
    private record Square(boolean usesAllThreads) implements TileJob<Integer, Integer>, Serializable {
        @Override
        public Integer run(Integer tile, TileContext context) {
            return tile * tile;
        }
    }

    /** A cluster that is never there. */
    private static final class Absent implements TileExecutor {
        @Override
        public String id() {
            return "absent";
        }

        @Override
        public int spiVersion() {
            return Plugin.VERSION;
        }

        @Override
        public TileSession open(TileResources resources) {
            throw new EngineUnavailableException("nobody answers", null, null);
        }
    }

    private final List<String> warnings = new ArrayList<>();

    private TileSession open(String engine, boolean fallback, Workers workers) {
        CoreSection core = new CoreSection(Path.of("out"), 2, 10, engine, null, fallback, "1g", 1);
        TileExecutors all = new TileExecutors(List.of(new Absent(), new LocalTileExecutor()));
        return all.open(new TileResources("test", core, workers, new ProgressListener() {
            @Override
            public StageProgress begin(String stage, long total) {
                return StageProgress.SILENT;
            }

            @Override
            public void info(String stage, String message) {}

            @Override
            public void warn(String stage, String message) {
                warnings.add(message);
            }
        }));
    }

    @Test
    void the_local_engine_hears_every_tile_once_in_either_way() throws Exception {
        List<Integer> tiles = IntStream.range(0, 100).boxed().toList();
        for (boolean all : new boolean[] {true, false}) {
            List<Integer> heard = new ArrayList<>();
            try (Workers workers = new Workers(3);
                    TileSession session = open("local", false, workers)) {
                session.run(tiles, new Square(all), () -> false, heard::add);
            }
            assertThat(heard)
                    .containsExactlyInAnyOrderElementsOf(
                            tiles.stream().map(t -> t * t).toList());
        }
    }

    @Test
    void once_stopped_no_tile_starts() throws Exception {
        List<Integer> heard = new ArrayList<>();
        try (Workers workers = new Workers(1);
                TileSession session = open("local", false, workers)) {
            session.run(List.of(1, 2, 3, 4), new Square(false), () -> heard.size() >= 2, heard::add);
        }
        assertThat(heard).containsExactly(1, 4);
    }

    @Test
    void an_engine_that_is_not_there_ends_the_run_or_leaves_it_to_the_local_one_with_a_warning() {
        try (Workers workers = new Workers(1)) {
            assertThatThrownBy(() -> open("absent", false, workers)).isInstanceOf(EngineUnavailableException.class);
            open("absent", true, workers).close();
            assertThat(warnings).singleElement().asString().contains("nobody answers", "threads of this machine");
            open("spark", true, workers).close();
            assertThat(warnings).hasSize(2);
        }
    }

    @Test
    void a_wrong_name_is_an_error_even_with_fallback() {
        try (Workers workers = new Workers(1)) {
            assertThatThrownBy(() -> open("sprak", true, workers))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("did you mean 'spark'");
            assertThatThrownBy(() -> open("spark", false, workers))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("not on the class path");
        }
    }
}
