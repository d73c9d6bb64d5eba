package org.geoanomaly.gam.grid.workers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** A pool of a fixed number of daemon threads. Not for nested use: a task must not call back into its own pool. */
public final class Workers implements AutoCloseable {
    private final int count;
    private final ExecutorService pool;

    /**
     * @param count number of threads; -1 means one for each processor
     */
    public Workers(int count) {
        this.count = count == -1 ? Runtime.getRuntime().availableProcessors() : count;
        if (this.count < 1) {
            throw new IllegalArgumentException("cannot work with " + count + " threads");
        }
        this.pool = Executors.newFixedThreadPool(this.count, daemons());
    }

    private static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "worker-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    public int count() {
        return count;
    }

    /** The pool itself, for libraries that want an executor. */
    public ExecutorService executor() {
        return pool;
    }

    /**
     * Calls {@code task} once for each index in 0..n-1, in ascending order of start, and returns when all are done. The first failure
     * keeps the rest from starting and is thrown as it is.
     */
    public void forEach(int n, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean failed = new AtomicBoolean();
        List<Future<?>> running = new ArrayList<>(count);
        for (int t = 0; t < Math.min(count, n); t++) {
            running.add(pool.submit(() -> drain(next, n, task, failed)));
        }
        await(running);
    }

    private static void drain(AtomicInteger next, int n, IntConsumer task, AtomicBoolean failed) {
        for (int i = next.getAndIncrement(); i < n && !failed.get(); i = next.getAndIncrement()) {
            try {
                task.accept(i);
            } catch (Throwable t) {
                failed.set(true);
                throw t;
            }
        }
    }

    private static void await(List<Future<?>> running) {
        Throwable first = null;
        for (Future<?> future : running) {
            try {
                future.get();
            } catch (ExecutionException e) {
                first = first == null ? e.getCause() : first;
            } catch (InterruptedException e) {
                running.forEach(f -> f.cancel(true));
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for workers", e);
            }
        }
        if (first instanceof RuntimeException e) {
            throw e;
        }
        if (first instanceof Error e) {
            throw e;
        }
        if (first != null) {
            throw new IllegalStateException(first);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
