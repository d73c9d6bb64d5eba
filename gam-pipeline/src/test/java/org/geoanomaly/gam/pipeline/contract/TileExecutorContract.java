package org.geoanomaly.gam.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.CoreSection;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.spi.Shared;
import org.geoanomaly.gam.pipeline.spi.TileContext;
import org.geoanomaly.gam.pipeline.spi.TileExecutor;
import org.geoanomaly.gam.pipeline.spi.TileJob;
import org.geoanomaly.gam.pipeline.spi.TileResources;
import org.geoanomaly.gam.pipeline.spi.TileSession;
import org.junit.jupiter.api.Test;

/** What every executor of tiles keeps to. */
public abstract class TileExecutorContract extends PluginContract<TileExecutor> {
    private static final int TILES = 50;

    /** A job whose outcome anyone can check. */
    private static final class Square implements TileJob<Integer, String> {
        private static final long serialVersionUID = 1;
        private final int failing;

        Square(int failing) {
            this.failing = failing;
        }

        @Override
        public String run(Integer tile, TileContext context) {
            if (tile == failing) {
                throw new IllegalStateException("the disk is full");
            }
            return tile + " " + tile * tile;
        }
    }

    /** The settings that open it. */
    protected CoreSection settings() {
        return CoreSection.DEFAULT;
    }

    private TileSession open(Workers workers) {
        return plugin().open(new TileResources("contract", settings(), workers, ProgressListener.SILENT));
    }

    private static List<Integer> tiles() {
        return IntStream.range(0, TILES).boxed().toList();
    }

    @Test
    void every_tile_is_done_once() throws InterruptedException {
        for (int threads = 1; threads <= 3; threads += 2) {
            List<String> heard = new ArrayList<>();
            try (Workers workers = new Workers(threads);
                    TileSession session = open(workers)) {
                session.run(tiles(), new Square(-1), () -> false, heard::add);
                assertThat(heard)
                        .containsExactlyInAnyOrderElementsOf(
                                tiles().stream().map(t -> t + " " + t * t).toList());
            }
        }
    }

    @Test
    void a_stop_lets_no_further_tile_start() throws InterruptedException {
        List<String> heard = new ArrayList<>();
        try (Workers workers = new Workers(2);
                TileSession session = open(workers)) {
            session.run(tiles(), new Square(-1), () -> true, heard::add);
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void trouble_of_the_machine_is_thrown_and_not_lost() {
        try (Workers workers = new Workers(2);
                TileSession session = open(workers)) {
            assertThatThrownBy(() -> session.run(tiles(), new Square(7), () -> false, outcome -> {}))
                    .hasStackTraceContaining("the disk is full");
        }
    }

    @Test
    void what_it_shares_is_the_value() {
        try (Workers workers = new Workers(1);
                TileSession session = open(workers)) {
            Shared<String> shared = session.share("layers");
            assertThat(shared.get()).isEqualTo("layers");
        }
    }
}
