package org.geoanomaly.gam.geophysics.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Splits work into numbered parts and shares them between the calling thread and an executor that belongs to the caller. The parts do not depend on
 * the number of threads, so neither do results. A busy executor cannot block a call: what it has not begun, the calling thread does.
 */
public final class Parallelism {
    private static final Parallelism SEQUENTIAL = new Parallelism(Runnable::run, 1);

    private final Executor executor;
    private final int threads;

    private Parallelism(Executor executor, int threads) {
        this.executor = executor;
        this.threads = threads;
    }

    /** Everything in the calling thread. */
    public static Parallelism sequential() {
        return SEQUENTIAL;
    }

    /**
     * At most {@code threads} threads, the calling one among them.
     *
     * @param executor runs the others; not shut down here
     */
    public static Parallelism of(Executor executor, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread must work: " + threads);
        }
        return threads == 1 ? SEQUENTIAL : new Parallelism(executor, threads);
    }

    public int threads() {
        return threads;
    }

    /** One share of the work: takes part numbers until none is left. Work space lives in the share. */
    public interface Share {
        void part(int number);
    }

    /** Makes the share of one thread. */
    public interface ShareFactory {
        Share create();
    }

    /** Runs parts 0…parts − 1, each once. An exception of a part is thrown here after the others have stopped. */
    public void run(int parts, ShareFactory shares) {
        AtomicInteger next = new AtomicInteger();
        Runnable loop = () -> {
            try {
                Share share = shares.create();
                for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                    share.part(part);
                }
            } catch (RuntimeException | Error e) {
                next.set(Integer.MAX_VALUE / 2);
                throw e;
            }
        };
        List<Helper> helpers = new ArrayList<>();
        for (int t = 1; t < Math.min(threads, parts); t++) {
            Helper helper = new Helper(loop);
            helpers.add(helper);
            executor.execute(helper);
        }
        try {
            loop.run();
        } finally {
            helpers.forEach(Helper::awaitIfBegun);
        }
        helpers.forEach(Helper::rethrow);
    }

    private static final class Helper implements Runnable {
        private final Runnable loop;
        private final AtomicBoolean claimed = new AtomicBoolean();
        private final CompletableFuture<Boolean> done = new CompletableFuture<>();

        Helper(Runnable loop) {
            this.loop = loop;
        }

        @Override
        public void run() {
            if (!claimed.compareAndSet(false, true)) {
                return;
            }
            try {
                loop.run();
                done.complete(true);
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        }

        void awaitIfBegun() {
            if (claimed.compareAndSet(false, true)) {
                done.complete(false);
                return;
            }
            done.handle((value, failure) -> true).join();
        }

        void rethrow() {
            try {
                done.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        }
    }
}
