package org.geoanomaly.gam.geophysics.spherical;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Runs independent tasks on the caller's executor and waits for them all. */
final class Tasks {
    private Tasks() {}

    /**
     * @throws CancellationException if the calling thread is interrupted; its interrupt status is kept
     */
    static void run(ExecutorService executor, List<Callable<Boolean>> tasks) {
        try {
            for (Future<Boolean> done : executor.invokeAll(tasks)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("synthesis was interrupted");
            cancelled.initCause(e);
            throw cancelled;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
