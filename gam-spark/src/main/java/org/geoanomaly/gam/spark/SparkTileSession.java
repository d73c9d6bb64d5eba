package org.geoanomaly.gam.spark;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.geoanomaly.gam.pipeline.error.EngineException;
import org.geoanomaly.gam.pipeline.spi.Shared;
import org.geoanomaly.gam.pipeline.spi.TileJob;
import org.geoanomaly.gam.pipeline.spi.TileListener;
import org.geoanomaly.gam.pipeline.spi.TileSession;
import scala.Function0;
import scala.Function2;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/** A run of tiles on Spark: a task for each tile, and outcomes to the calling thread as they come. */
final class SparkTileSession implements TileSession {
    private static final long POLL_MS = 100;
    /** So long a cluster may be without any executor before the run is given up. */
    private static final long PATIENCE_S = 120;

    private static final String HELP = "the same command goes on from the tiles that are done";

    private final JavaSparkContext context;
    private final LossListener losses;

    SparkTileSession(JavaSparkContext context, LossListener losses) {
        this.context = context;
        this.losses = losses;
    }

    /** A value that goes once to each executor. */
    private record Lent<V>(Broadcast<V> value) implements Shared<V> {
        @Override
        public V get() {
            return value.value();
        }
    }

    @Override
    public <V extends Serializable> Shared<V> share(V value) {
        return new Lent<>(context.broadcast(value));
    }

    @Override
    public <T extends Serializable, R extends Serializable> void run(
            List<T> tiles, TileJob<T, R> job, BooleanSupplier stop, TileListener<R> listener)
            throws InterruptedException {
        if (tiles.isEmpty()) {
            return;
        }
        losses.follow(tiles);
        BlockingQueue<R> outcomes = new LinkedBlockingQueue<>();
        SimpleFutureAction<BoxedUnit> action = submit(tiles, job, outcomes);
        boolean finished = false;
        try {
            finished = collect(tiles, outcomes, action, stop, listener);
        } finally {
            if (!finished) {
                action.cancel();
            }
        }
    }

    private <T extends Serializable, R extends Serializable> SimpleFutureAction<BoxedUnit> submit(
            List<T> tiles, TileJob<T, R> job, BlockingQueue<R> outcomes) {
        RDD<T> rdd = context.parallelize(tiles, tiles.size()).rdd();
        Seq<Object> all = CollectionConverters.asScala(IntStream.range(0, tiles.size())
                        .<Object>mapToObj(i -> i)
                        .toList())
                .toSeq();
        Function2<Object, R, BoxedUnit> hear = (index, outcome) -> {
            outcomes.add(outcome);
            return BoxedUnit.UNIT;
        };
        Function0<BoxedUnit> end = () -> BoxedUnit.UNIT;
        return context.sc().submitJob(rdd, new TileTask<>(job), all, hear, end);
    }

    /** Whether all came; otherwise the user wants to stop. */
    private <T, R> boolean collect(
            List<T> tiles,
            BlockingQueue<R> outcomes,
            SimpleFutureAction<BoxedUnit> action,
            BooleanSupplier stop,
            TileListener<R> listener)
            throws InterruptedException {
        int left = tiles.size();
        long alive = System.nanoTime();
        while (left > 0) {
            boolean ended = action.isCompleted();
            R outcome = outcomes.poll(ended ? 0 : POLL_MS, TimeUnit.MILLISECONDS);
            if (outcome != null) {
                listener.done(outcome);
                left--;
                continue;
            }
            if (stop.getAsBoolean()) {
                return false;
            }
            if (ended) {
                throw failure(tiles, action);
            }
            alive = hasExecutors() ? System.nanoTime() : alive;
            if (System.nanoTime() - alive > TimeUnit.SECONDS.toNanos(PATIENCE_S)) {
                throw new EngineException(
                        "the cluster has had no executor for " + PATIENCE_S + " s; " + left + " tiles are left",
                        HELP,
                        null);
            }
        }
        return true;
    }

    private boolean hasExecutors() {
        return context.isLocal() || context.statusTracker().getExecutorInfos().length > 1;
    }

    private static EngineException failure(List<?> tiles, SimpleFutureAction<BoxedUnit> action) {
        Throwable cause = action.value().get().failed().get();
        String message = String.valueOf(cause.getMessage());
        int task = Sentence.task(message);
        String what = task >= 0 && task < tiles.size()
                ? tiles.get(task) + " could not be made in " + Settings.ATTEMPTS + " attempts: "
                : "the cluster gave up: ";
        return new EngineException(what + Sentence.cause(message), HELP, cause);
    }

    @Override
    public void close() {
        losses.closing();
        context.close();
    }
}
