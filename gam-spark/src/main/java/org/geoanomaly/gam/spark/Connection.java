package org.geoanomaly.gam.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.geoanomaly.gam.pipeline.error.EngineUnavailableException;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.spi.TileResources;
import org.jspecify.annotations.Nullable;

/** The way to a cluster. It is known within half a minute whether there is one; Spark itself would go on asking. */
final class Connection {
    private static final long PATIENCE_MS = 30_000;
    /** A master that answers may be waiting for its workers to start. */
    private static final long PATIENCE_EXECUTORS_MS = 60_000;

    private static final int KNOCK_MS = 5_000;
    private static final String STANDALONE = "spark://";
    private static final String STAGE = "spark";
    private static final String HELP =
            "check core.master (--master), leave it out to use this machine, or set core.engine_fallback: true";

    private final SparkConf conf;
    private final String master;
    private final ProgressListener progress;
    private long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);

    Connection(TileResources resources) {
        this.conf = Settings.of(resources.name(), resources.settings());
        this.master = conf.get("spark.master");
        this.progress = resources.progress();
    }

    JavaSparkContext open() {
        if (master.startsWith(STANDALONE)) {
            knock();
        }
        JavaSparkContext context = start();
        String ui = context.sc().uiWebUrl().getOrElse(() -> "off");
        progress.info(STAGE, context.sc().applicationId() + " on " + master + "  UI " + ui);
        if (!Settings.isEmbedded(conf)) {
            awaitExecutors(context);
        }
        return context;
    }

    /** A refused connection is known at once, and need not be tried again for a minute. */
    private void knock() {
        String why = "no address";
        for (String address : master.substring(STANDALONE.length()).split(",", -1)) {
            int colon = address.lastIndexOf(':');
            try (Socket socket = new Socket()) {
                String host = address.substring(0, Math.max(0, colon));
                socket.connect(new InetSocketAddress(host, Integer.parseInt(address.substring(colon + 1))), (int)
                        Math.max(1, Math.min(KNOCK_MS, left())));
                return;
            } catch (IOException | IllegalArgumentException e) {
                why = address + ": " + e.getMessage();
            }
        }
        throw unavailable("no Spark master answers at " + master + " (" + why + ")", null);
    }

    private JavaSparkContext start() {
        CompletableFuture<JavaSparkContext> started = new CompletableFuture<>();
        Thread starter = new Thread(
                () -> {
                    try {
                        JavaSparkContext context = new JavaSparkContext(conf);
                        if (!started.complete(context)) {
                            context.close(); // too late, nobody waits for it
                        }
                    } catch (Throwable e) {
                        started.completeExceptionally(e);
                    }
                },
                "spark-start");
        starter.setDaemon(true);
        starter.start();
        try {
            return started.get(left(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (started.completeExceptionally(e)) {
                throw unavailable(
                        "the Spark master at " + master + " has not answered within " + PATIENCE_MS / 1000 + " s", e);
            }
            return started.join();
        } catch (ExecutionException e) {
            throw unavailable("Spark cannot start with master " + master + ": " + reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted while Spark was starting", e);
        }
    }

    private void awaitExecutors(JavaSparkContext context) {
        end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_EXECUTORS_MS);
        // the driver counts among them
        while (context.statusTracker().getExecutorInfos().length < 2) {
            if (left() <= 1 || context.sc().isStopped()) {
                context.close();
                throw unavailable(
                        "the Spark master at " + master + " has given no executor within "
                                + PATIENCE_EXECUTORS_MS / 1000 + " s: no worker has "
                                + conf.get("spark.executor.memory") + " and a core to spare",
                        null);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                context.close();
                Thread.currentThread().interrupt();
                throw unavailable("interrupted while waiting for executors", e);
            }
        }
    }

    private long left() {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    private static String reason(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return Sentence.of(String.valueOf(cause.getMessage()));
    }

    private static EngineUnavailableException unavailable(String message, @Nullable Throwable cause) {
        return new EngineUnavailableException(message, HELP, cause);
    }
}
