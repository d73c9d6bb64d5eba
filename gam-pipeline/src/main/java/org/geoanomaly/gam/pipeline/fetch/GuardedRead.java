package org.geoanomaly.gam.pipeline.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body on a thread of its own while the caller watches the clock: the JDK's client has no time limit on a body, and a read of it
 * ignores interruption. Closing the stream is what ends such a read.
 */
final class GuardedRead {
    private final InputStream body;
    private final Duration idleLimit;
    private volatile long lastNanos = System.nanoTime();
    private volatile boolean expired;

    /** What to do with the body. */
    interface Task {
        void run(GuardedRead body) throws IOException;
    }

    private GuardedRead(InputStream body, Duration idleLimit) {
        this.body = body;
        this.idleLimit = idleLimit;
    }

    /** Runs the task to its end; when it returns or throws, nothing reads the body any more. */
    static void run(InputStream body, Duration idleLimit, Task task) throws IOException, InterruptedException {
        ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
            Thread t = new Thread(work, "gam-download");
            t.setDaemon(true);
            return t;
        });
        try {
            GuardedRead read = new GuardedRead(body, idleLimit);
            read.await(thread.submit(() -> {
                task.run(read);
                return Boolean.TRUE;
            }));
        } finally {
            thread.shutdown();
            if (!thread.isTerminated()) {
                body.close();
                awaitQuietly(thread);
            }
        }
    }

    /** The next bytes, or -1 at the end. */
    int read(byte[] buffer) throws TransferException {
        try {
            int n = body.read(buffer);
            lastNanos = System.nanoTime();
            if (n < 0 && expired) {
                throw new TransferException("the server fell silent", null, null);
            }
            return n;
        } catch (TransferException e) {
            throw e;
        } catch (IOException e) {
            String why = e.getMessage() == null ? "" : ": " + e.getMessage();
            throw new TransferException(expired ? "the server fell silent" : "the connection broke" + why, null, e);
        }
    }

    private void await(Future<Boolean> reading) throws IOException, InterruptedException {
        long period = Math.max(idleLimit.toMillis() / 8, 1);
        while (true) {
            try {
                reading.get(period, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                if (!expired && System.nanoTime() - lastNanos > idleLimit.toNanos()) {
                    expired = true;
                    body.close();
                }
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            }
        }
    }

    private static IOException failure(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        return cause instanceof IOException e ? e : new IOException(cause);
    }

    private static void awaitQuietly(ExecutorService thread) {
        boolean interrupted = Thread.interrupted();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a download thread does not end");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
