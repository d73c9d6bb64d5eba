package org.geoanomaly.gam.formats.cog;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Turns the cells of one block into its stored form: leader, zlib stream, trailer. Holds the buffers of one thread; not thread-safe. */
final class BlockEncoder implements AutoCloseable {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    /** The uint32 before, and the repeated last four bytes after, the stream. */
    static final int LEADER = 4;

    static final int TRAILER = 4;

    private static final int BLANK = Float.floatToRawIntBits(Float.NaN);
    private static final int MAX_BLANK_SIZES = 16;

    private final int blockSize;
    private final int predictor;
    private final int deflateLevel;
    private final float[] cells;
    private final byte[] raw;
    private final byte[] planes;
    private final byte[] stored;
    private final PaddedDeflater deflater;
    private final Map<Long, byte[]> blankBlocks = new HashMap<>();

    BlockEncoder(CogOptions options) {
        blockSize = options.blockSize();
        predictor = options.predictor();
        deflateLevel = options.deflateLevel();
        cells = new float[blockSize];
        planes = new byte[4 * blockSize];
        raw = new byte[4 * blockSize * blockSize];
        stored = new byte[LEADER + PaddedDeflater.bound(raw.length) + TRAILER];
        deflater = new PaddedDeflater(deflateLevel);
    }

    boolean serves(CogOptions options) {
        return options.blockSize() == blockSize
                && options.predictor() == predictor
                && options.deflateLevel() == deflateLevel;
    }

    /** The most bytes that a stored block can take. */
    static long bound(int blockSize) {
        return (long) LEADER + PaddedDeflater.bound(4 * blockSize * blockSize) + TRAILER;
    }

    /**
     * Encodes block {@code index} (row-major) of a level into {@link #stored()}.
     *
     * @return the length of the stored block, leader and trailer included
     */
    int encode(LevelCells source, Level level, int index) {
        int column = index % level.blocksAcross() * blockSize;
        int row = index / level.blocksAcross() * blockSize;
        int width = Math.min(blockSize, level.width() - column);
        int height = Math.min(blockSize, level.height() - row);
        int rowBytes = 4 * blockSize;
        boolean blank = true;
        for (int r = 0; r < height; r++) {
            source.row(column, row + r, width, cells);
            blank = blank && isBlank(width);
            switch (predictor) {
                case 2 -> differences(width, r * rowBytes);
                case 3 -> floatingPoint(width, r * rowBytes);
                default -> plain(width, r * rowBytes);
            }
        }
        return blank ? blankBlock(width, height) : compress(height);
    }

    /** Compresses the first {@code height} rows. */
    private int compress(int height) {
        int rowBytes = 4 * blockSize;
        int length = deflater.deflate(raw, height * rowBytes, (blockSize - height) * rowBytes, stored, LEADER);
        INTS.set(stored, 0, length);
        System.arraycopy(stored, LEADER + length - TRAILER, stored, LEADER + length, TRAILER);
        return LEADER + length + TRAILER;
    }

    private boolean isBlank(int width) {
        for (int i = 0; i < width; i++) {
            if (Float.floatToRawIntBits(cells[i]) != BLANK) {
                return false;
            }
        }
        return true;
    }

    /** Blocks without any data are many in sparse grids and all alike: each size is compressed once. */
    private int blankBlock(int width, int height) {
        long size = (long) width << Integer.SIZE | height;
        byte[] known = blankBlocks.get(size);
        if (known == null) {
            int length = compress(height);
            if (blankBlocks.size() == MAX_BLANK_SIZES) {
                blankBlocks.clear();
            }
            blankBlocks.put(size, Arrays.copyOf(stored, length));
            return length;
        }
        System.arraycopy(known, 0, stored, 0, known.length);
        return known.length;
    }

    /** The buffer that {@link #encode} fills; overwritten by its next call. */
    byte[] stored() {
        return stored;
    }

    private void plain(int width, int at) {
        for (int i = 0; i < width; i++) {
            INTS.set(raw, at + 4 * i, Float.floatToRawIntBits(cells[i]));
        }
        Arrays.fill(raw, at + 4 * width, at + 4 * blockSize, (byte) 0);
    }

    /** Predictor 2: differences of neighbouring 32-bit patterns; the first padding zero takes back the last value. */
    private void differences(int width, int at) {
        int previous = 0;
        for (int i = 0; i < width; i++) {
            int bits = Float.floatToRawIntBits(cells[i]);
            INTS.set(raw, at + 4 * i, bits - previous);
            previous = bits;
        }
        if (width < blockSize) {
            INTS.set(raw, at + 4 * width, -previous);
            Arrays.fill(raw, at + 4 * width + 4, at + 4 * blockSize, (byte) 0);
        }
    }

    /** Predictor 3: the bytes of a row sorted by significance, highest first, then differences of neighbouring bytes. */
    private void floatingPoint(int width, int at) {
        Arrays.fill(planes, (byte) 0);
        for (int i = 0; i < width; i++) {
            int bits = Float.floatToRawIntBits(cells[i]);
            planes[i] = (byte) (bits >>> 24);
            planes[blockSize + i] = (byte) (bits >>> 16);
            planes[2 * blockSize + i] = (byte) (bits >>> 8);
            planes[3 * blockSize + i] = (byte) bits;
        }
        raw[at] = planes[0];
        for (int i = 1; i < planes.length; i++) {
            raw[at + i] = (byte) (planes[i] - planes[i - 1]);
        }
    }

    @Override
    public void close() {
        deflater.close();
    }
}
