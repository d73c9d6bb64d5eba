package org.geoanomaly.gam.formats.cog;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.geoanomaly.gam.grid.array.FloatGrid;

/**
 * Writes grids of any size to files, one block at a time. The file appears complete or not at all: it is written beside its final place,
 * forced to the disk and moved there. Bytes do not depend on the number of threads.
 */
public final class CogWriter {
    private CogWriter() {}

    public static void write(Path file, FloatGrid grid, CogOptions options, CogMetadata metadata) throws IOException {
        write(file, grid, options, metadata, 1);
    }

    /**
     * Writes with several threads, which compress blocks.
     *
     * @throws IOException if the file cannot be written; nothing is left behind then, and a file that was there before stays
     */
    public static void write(Path file, FloatGrid grid, CogOptions options, CogMetadata metadata, int threads)
            throws IOException {
        write(file, CogPlan.of(grid, options, metadata), options, threads);
    }

    static void write(Path file, CogPlan plan, CogOptions options, int threads) throws IOException {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel =
                    FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                channel.position(plan.headSize());
                if (threads > 1) {
                    new ParallelBlocks(plan, options, threads).writeTo(channel);
                } else {
                    writeBlocks(plan, options, channel);
                }
                writeFully(channel.position(0), plan.head(), plan.headSize());
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void writeBlocks(CogPlan plan, CogOptions options, FileChannel channel) throws IOException {
        try (BlockEncoder encoder = new BlockEncoder(options)) {
            List<Level> levels = plan.levels();
            for (int i = levels.size() - 1; i >= 0; i--) {
                LevelCells cells = plan.cells(i);
                for (int block = 0; block < levels.get(i).blockCount(); block++) {
                    int length = encoder.encode(cells, levels.get(i), block);
                    plan.table().set(i, block, channel.position(), length);
                    writeFully(channel, encoder.stored(), length);
                }
            }
        }
    }

    private static void writeFully(FileChannel channel, byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Blocks compressed ahead by several threads and written in order by the caller's. */
    private static final class ParallelBlocks {
        private static final int AHEAD_PER_THREAD = 4;

        private record Pending(int level, int block, Future<byte[]> stored) {}

        private final CogPlan plan;
        private final CogOptions options;
        private final int threads;
        private final Deque<Pending> queue = new ArrayDeque<>();

        ParallelBlocks(CogPlan plan, CogOptions options, int threads) {
            this.plan = plan;
            this.options = options;
            this.threads = threads;
        }

        void writeTo(FileChannel channel) throws IOException {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                for (int i = plan.levels().size() - 1; i >= 0; i--) {
                    int level = i;
                    for (int b = 0; b < plan.levels().get(i).blockCount(); b++) {
                        int block = b;
                        if (queue.size() == threads * AHEAD_PER_THREAD) {
                            writeNext(channel);
                        }
                        queue.add(new Pending(level, block, pool.submit(() -> encode(level, block))));
                    }
                }
                while (!queue.isEmpty()) {
                    writeNext(channel);
                }
            } finally {
                pool.shutdownNow();
            }
        }

        private byte[] encode(int level, int block) {
            BlockEncoder encoder = CogEncoder.encoder(options);
            int length = encoder.encode(plan.cells(level), plan.levels().get(level), block);
            return Arrays.copyOf(encoder.stored(), length);
        }

        private void writeNext(FileChannel channel) throws IOException {
            Pending next = queue.remove();
            try {
                byte[] stored = next.stored.get();
                plan.table().set(next.level, next.block, channel.position(), stored.length);
                writeFully(channel, stored, stored.length);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while compressing blocks");
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
