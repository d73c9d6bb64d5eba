package org.geoanomaly.gam.formats.tiff;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.geoanomaly.gam.formats.tiff.ReadRequest.Window;

/**
 * Reads a window of one band. Threads take block after block and write to disjoint parts of the result, so the result does not depend on
 * their number.
 */
final class WindowReader {
    private final ByteFile file;
    private final TiffRaster raster;
    private final RasterLayout layout;
    private final int band;
    private final BandInfo info;
    private final double noData;
    private final boolean hasNoData;
    private final boolean southUp;
    private final Window window;
    private final float[] out;
    private final int firstBlockColumn;
    private final int blockColumns;
    private final int firstBlockRow;
    private final int blockRows;
    private final AtomicInteger next = new AtomicInteger();

    WindowReader(ByteFile file, TiffRaster raster, Source source, boolean southUp, Window window) {
        this.file = file;
        this.raster = raster;
        this.layout = raster.layout();
        this.band = source.band;
        this.info = source.info;
        this.noData = source.noData;
        this.hasNoData = source.hasNoData;
        this.southUp = southUp;
        this.window = window;
        this.out = new float[window.width() * window.height()];
        int fileRow = southUp ? layout.height() - window.row() - window.height() : window.row();
        firstBlockColumn = window.column() / layout.blockWidth();
        blockColumns = (window.column() + window.width() - 1) / layout.blockWidth() - firstBlockColumn + 1;
        firstBlockRow = fileRow / layout.blockHeight();
        blockRows = (fileRow + window.height() - 1) / layout.blockHeight() - firstBlockRow + 1;
    }

    /** Which band, and how its stored values become physical. */
    record Source(int band, BandInfo info, double noData, boolean hasNoData) {}

    float[] read(int threads) throws IOException {
        raster.readTables();
        int useful = (int) Math.min(threads, (long) blockColumns * blockRows);
        if (useful <= 1) {
            work();
            return out;
        }
        ExecutorService pool = Executors.newFixedThreadPool(useful);
        try {
            List<Future<Boolean>> workers = new ArrayList<>();
            for (int i = 0; i < useful; i++) {
                Callable<Boolean> task = () -> {
                    work();
                    return true;
                };
                workers.add(pool.submit(task));
            }
            for (Future<Boolean> worker : workers) {
                await(worker);
            }
        } finally {
            // No interrupts: they would close the channel that other readers share.
            next.set(Integer.MAX_VALUE / 2);
            pool.shutdown();
        }
        return out;
    }

    private static void await(Future<Boolean> worker) throws IOException {
        try {
            worker.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while decoding");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void work() throws IOException {
        int step = layout.cellBytes();
        int maxCount = Math.min(layout.blockWidth(), window.width());
        CellConverter converter = new CellConverter(layout.sampleType(), step, noData, info, maxCount);
        RowDecoder rows = new RowDecoder(layout, file.order());
        int count = blockColumns * blockRows;
        try (BlockDecoder decoder = new BlockDecoder(file, raster)) {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                readBlock(
                        firstBlockColumn + i % blockColumns,
                        firstBlockRow + i / blockColumns,
                        decoder,
                        rows,
                        converter);
            }
        }
    }

    private void readBlock(
            int blockColumn, int blockRow, BlockDecoder decoder, RowDecoder rows, CellConverter converter)
            throws IOException {
        int block = raster.blockIndex(blockColumn, blockRow, band);
        int left = blockColumn * layout.blockWidth();
        int from = Math.max(left, window.column());
        int to = (int) Math.min((long) left + layout.blockWidth(), (long) window.column() + window.width());
        int top = blockRow * layout.blockHeight();
        int firstFileRow = southUp ? layout.height() - window.row() - window.height() : window.row();
        int firstRow = Math.max(top, firstFileRow);
        int lastRow = (int) Math.min((long) top + layout.blockHeight(), (long) firstFileRow + window.height());
        boolean sparse = raster.isSparse(block);
        int offsetInRow = (from - left) * layout.cellBytes()
                + (layout.bandSeparate() ? 0 : band * layout.sampleType().bytes());
        int rowBytes = (int) layout.rowBytes();
        for (int row = firstRow; row < lastRow; ) {
            int ready = sparse ? lastRow - row : decoder.load(block, blockRow, row - top, lastRow - row);
            for (int r = 0; r < ready; r++) {
                int target = outIndex(row + r, from);
                if (sparse) {
                    Arrays.fill(out, target, target + to - from, converter.absent(hasNoData));
                } else {
                    rows.decode(decoder.raw(), r * rowBytes);
                    converter.convert(decoder.raw(), r * rowBytes + offsetInRow, to - from, out, target);
                }
            }
            row += ready;
        }
    }

    private int outIndex(int fileRow, int column) {
        int row = southUp ? layout.height() - 1 - fileRow : fileRow;
        return (row - window.row()) * window.width() + column - window.column();
    }
}
