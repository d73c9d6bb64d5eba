package org.geoanomaly.gam.grid.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Walks the lines of a file in blocks of whole lines, on several threads. A line belongs to the block in which it starts, so every line is
 * seen exactly once whatever the number of threads. Blocks are handed out in file order; if some fail, the failure nearest to the start of
 * the file is the one reported, as a single thread would.
 */
public final class LineBlocks {
    private static final int BLOCK = 1 << 21;
    /** No line of a table of numbers is longer. */
    private static final int LONGEST_LINE = 1 << 16;

    /** Sees one block after another, always from one thread; each thread gets its own. */
    public interface Reader {
        /**
         * Takes the next block.
         *
         * @param bytes holds whole lines in {@code [from, to)}; valid only during the call
         * @param offset where {@code bytes[from]} lies in the file
         * @throws BadLineException if a line cannot be understood
         */
        void read(byte[] bytes, int from, int to, long offset);
    }

    private final FileChannel channel;
    private final long start;
    private final long end;
    private final int threads;
    private final AtomicLong next = new AtomicLong();
    private volatile boolean failed;

    private LineBlocks(FileChannel channel, long start, int threads) throws IOException {
        this.channel = channel;
        this.start = start;
        this.end = channel.size();
        this.threads = (int) Math.max(1, Math.min(threads, (end - start + BLOCK - 1) / BLOCK));
    }

    /**
     * Reads everything from byte {@code start}, which must be the start of a line, to the end of the file.
     *
     * @param readers makes the reader of each thread
     * @return the readers that were made, for what they have gathered
     * @throws BadLineException the first bad line in the file
     */
    public static <R extends Reader> List<R> walk(FileChannel channel, long start, int threads, Supplier<R> readers)
            throws IOException {
        return new LineBlocks(channel, start, threads).walk(readers);
    }

    /** The first bytes of a file, at most {@code most} of them. */
    public static byte[] head(FileChannel channel, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(most, channel.size()));
        int n = 0;
        while (buffer.hasRemaining() && n >= 0) {
            n = channel.read(buffer, buffer.position());
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    /** The line number, from 1, of the line that holds a byte. */
    public static long lineNumber(FileChannel channel, long offset) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BLOCK);
        long line = 1;
        long at = 0;
        while (at < offset) {
            buffer.clear();
            buffer.limit((int) Math.min(buffer.capacity(), offset - at));
            int n = channel.read(buffer, at);
            if (n <= 0) {
                break;
            }
            for (int i = 0; i < n; i++) {
                if (buffer.get(i) == '\n') {
                    line++;
                }
            }
            at += n;
        }
        return line;
    }

    private record Failure(long block, Throwable cause) {}

    private <R extends Reader> List<R> walk(Supplier<R> readers) throws IOException {
        List<R> made = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            made.add(readers.get());
        }
        if (threads == 1) {
            rethrow(work(made.get(0)));
            return made;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "lines");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<@Nullable Failure>> running = new ArrayList<>();
            for (R reader : made) {
                running.add(pool.submit(() -> work(reader)));
            }
            @Nullable Failure first = null;
            for (Future<@Nullable Failure> future : running) {
                Failure failure = future.get();
                if (failure != null && (first == null || failure.block < first.block)) {
                    first = failure;
                }
            }
            rethrow(first);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
        return made;
    }

    private static void rethrow(@Nullable Failure failure) throws IOException {
        if (failure == null) {
            return;
        }
        if (failure.cause instanceof IOException io) {
            throw io;
        }
        if (failure.cause instanceof RuntimeException runtime) {
            throw runtime;
        }
        throw (Error) failure.cause;
    }

    private @Nullable Failure work(Reader reader) {
        byte[] buffer = new byte[1 + BLOCK + LONGEST_LINE];
        while (!failed) {
            long block = next.getAndIncrement();
            long from = start + block * BLOCK;
            if (from >= end) {
                return null;
            }
            try {
                readBlock(reader, buffer, from, Math.min(end, from + BLOCK));
            } catch (IOException | RuntimeException | Error e) {
                failed = true;
                return new Failure(block, e);
            }
        }
        return null;
    }

    /** Lines that start in [from, to): one byte before it tells whether a line starts at {@code from}. */
    private void readBlock(Reader reader, byte[] buffer, long from, long to) throws IOException {
        long base = from == start ? from : from - 1;
        int wanted = (int) (Math.min(end, to + LONGEST_LINE) - base);
        ByteBuffer target = ByteBuffer.wrap(buffer, 0, wanted);
        while (target.hasRemaining()) {
            if (channel.read(target, base + target.position()) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        int first = base == from ? 0 : afterLineFeed(buffer, 0, wanted);
        int inside = (int) (to - base);
        if (first >= inside) {
            if (inside < wanted && first >= wanted) {
                throw new BadLineException(from, "is longer than " + LONGEST_LINE + " characters");
            }
            return;
        }
        int last = afterLineFeed(buffer, inside - 1, wanted);
        if (last == wanted && base + wanted < end && buffer[wanted - 1] != '\n') {
            throw new BadLineException(to, "is longer than " + LONGEST_LINE + " characters");
        }
        reader.read(buffer, first, last, base + first);
    }

    private static int afterLineFeed(byte[] bytes, int from, int to) {
        int p = from;
        while (p < to && bytes[p] != '\n') {
            p++;
        }
        return Math.min(p + 1, to);
    }
}
