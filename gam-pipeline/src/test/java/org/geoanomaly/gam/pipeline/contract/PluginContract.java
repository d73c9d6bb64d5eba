package org.geoanomaly.gam.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.Vocabulary;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.junit.jupiter.api.Test;

/**
 * What holds for plugins of every kind.
 *
 * @param <P> the kind
 */
public abstract class PluginContract<P extends Plugin> {
    /** A new instance, as the program makes it: by the public constructor without parameters. */
    protected abstract P plugin();

    /** The options to use it with; its defaults unless this is overridden. */
    protected Record options() {
        return plugin().options();
    }

    /** What a computing plugin may use, with so many threads. */
    protected final StageContext context(Workers workers) {
        return new StageContext(workers, StageProgress.SILENT, () -> false, 42, options());
    }

    /** The same for a user who wants to stop. */
    protected final StageContext stopped(Workers workers) {
        return new StageContext(workers, StageProgress.SILENT, () -> true, 42, options());
    }

    /** A question asked by several threads at once: all answers. */
    protected static <T> List<T> atOnce(int threads, Callable<T> question) throws InterruptedException {
        List<FutureTask<T>> tasks = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            FutureTask<T> task = new FutureTask<>(question);
            tasks.add(task);
            new Thread(task, "contract " + i).start();
        }
        List<T> answers = new ArrayList<>();
        for (FutureTask<T> task : tasks) {
            try {
                answers.add(task.get());
            } catch (ExecutionException e) {
                throw new AssertionError("failed beside another call", e.getCause());
            }
        }
        return answers;
    }

    @Test
    void it_can_be_made_by_the_program() throws ReflectiveOperationException {
        Class<?> type = plugin().getClass();
        assertThat(type).isPublic();
        assertThat(type.getConstructor().newInstance()).isInstanceOf(type);
    }

    @Test
    void its_identity_is_stable_and_well_formed() {
        assertThat(plugin().id()).matches("[a-z0-9][a-z0-9-]{0,60}").isEqualTo(plugin().id());
        assertThat(plugin().spiVersion()).isEqualTo(Plugin.VERSION);
    }

    @Test
    void its_options_can_be_written_in_a_configuration() {
        assertThat(plugin().options()).isEqualTo(plugin().options());
        Vocabulary.check(plugin().options());
    }
}
