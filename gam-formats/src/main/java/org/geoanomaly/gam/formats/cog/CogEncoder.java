package org.geoanomaly.gam.formats.cog;

import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.jspecify.annotations.Nullable;

/**
 * Encodes small grids in memory. A pure function: the same grid, options and metadata give the same bytes, on any thread; the buffers that
 * it reuses belong to the calling thread.
 */
public final class CogEncoder {
    private static final ThreadLocal<@Nullable BlockEncoder> ENCODERS = new ThreadLocal<>();

    private CogEncoder() {}

    /**
     * The complete file.
     *
     * @throws IllegalArgumentException if the file would not fit into an array; {@link CogWriter} writes such grids
     */
    public static byte[] encode(FloatGrid grid, CogOptions options, CogMetadata metadata) {
        CogPlan plan = CogPlan.of(grid, options, metadata);
        if (plan.largestSize() > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException("a grid of " + grid.geometry().columns() + " x "
                    + grid.geometry().rows() + " cells is too large to be encoded in memory");
        }
        Growing out = new Growing(plan.headSize() + 16 * 1024);
        out.length = plan.headSize();
        BlockEncoder encoder = encoder(options);
        List<Level> levels = plan.levels();
        for (int i = levels.size() - 1; i >= 0; i--) {
            LevelCells cells = plan.cells(i);
            for (int block = 0; block < levels.get(i).blockCount(); block++) {
                int length = encoder.encode(cells, levels.get(i), block);
                plan.table().set(i, block, out.length, length);
                out.append(encoder.stored(), length);
            }
        }
        System.arraycopy(plan.head(), 0, out.bytes, 0, plan.headSize());
        return Arrays.copyOf(out.bytes, out.length);
    }

    /** The calling thread's encoder. */
    static BlockEncoder encoder(CogOptions options) {
        BlockEncoder encoder = ENCODERS.get();
        if (encoder == null || !encoder.serves(options)) {
            if (encoder != null) {
                encoder.close();
            }
            encoder = new BlockEncoder(options);
            ENCODERS.set(encoder);
        }
        return encoder;
    }

    private static final class Growing {
        byte[] bytes;
        int length;

        Growing(int capacity) {
            bytes = new byte[capacity];
        }

        void append(byte[] from, int count) {
            if (bytes.length - length < count) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 16, 2L * length + count));
            }
            System.arraycopy(from, 0, bytes, length, count);
            length += count;
        }
    }
}
