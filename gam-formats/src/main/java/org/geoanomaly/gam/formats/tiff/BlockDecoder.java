package org.geoanomaly.gam.formats.tiff;

import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Fetches blocks and undoes their compression, with the buffers of one thread; not thread-safe. */
final class BlockDecoder implements AutoCloseable {
    /** Uncompressed blocks can be as large as the file; they are taken in pieces of about this size. */
    private static final int PIECE = 1 << 20;

    private final ByteFile file;
    private final TiffRaster raster;
    private final RasterLayout layout;
    private final int rowBytes;
    private final Inflater inflater = new Inflater();
    private final LzwDecoder lzw = new LzwDecoder();
    private final byte[] discarded = new byte[1 << 14];
    private byte[] stored = new byte[0];
    private byte[] raw = new byte[0];

    BlockDecoder(ByteFile file, TiffRaster raster) {
        this.file = file;
        this.raster = raster;
        this.layout = raster.layout();
        this.rowBytes = (int) layout.rowBytes();
    }

    /** The decoded rows, from the start of the array, as stored: file byte order, predictor not undone. */
    byte[] raw() {
        return raw;
    }

    /**
     * Decodes rows of a block.
     *
     * @return how many rows from {@code row} on are in {@link #raw()}: at most {@code wanted}, at least one
     */
    int load(int block, int blockRow, int row, int wanted) throws IOException {
        int rowsInBlock = layout.rowsIn(blockRow);
        String what = "block " + (block + 1);
        if (layout.compression() == Compression.NONE) {
            int rows = Math.max(1, Math.min(wanted, PIECE / rowBytes));
            long start = (long) row * rowBytes;
            int length = rows * rowBytes;
            if (start + length > raster.byteCount(block)) {
                throw file.error("is damaged: " + what + " has " + raster.byteCount(block) + " bytes where "
                        + (long) rowsInBlock * rowBytes + " are needed");
            }
            file.require(raster.offset(block), start + length, what);
            grow(length);
            file.readInto(raster.offset(block) + start, raw, length, what);
            return rows;
        }
        int length = (row + wanted) * rowBytes;
        boolean toEnd = row + wanted >= layout.rowsUsed(blockRow);
        decompress(block, length, rowsInBlock * rowBytes, toEnd, what);
        if (row > 0) {
            System.arraycopy(raw, row * rowBytes, raw, 0, wanted * rowBytes);
        }
        return wanted;
    }

    private void grow(int length) {
        if (raw.length < length) {
            raw = new byte[length];
        }
    }

    /** Decodes the first {@code length} of the block's {@code full} bytes. */
    private void decompress(int block, int length, int full, boolean toEnd, String what) throws IOException {
        long byteCount = raster.byteCount(block);
        file.require(raster.offset(block), byteCount, what);
        if (byteCount * layout.compression().maxExpansion() + PIECE / 16 < full) {
            throw file.error("is damaged or hostile: " + what + " claims to expand from " + byteCount + " to " + full
                    + " bytes");
        }
        // No encoder makes a block much longer than it was; the rest of a longer one is never needed.
        int needed = (int) Math.min(byteCount, full + full / 2 + PIECE / 16L);
        if (stored.length < needed) {
            stored = new byte[needed];
        }
        file.readInto(raster.offset(block), stored, needed, what);
        grow(layout.compression() == Compression.ZSTD ? full : length);
        int got =
                switch (layout.compression()) {
                    case DEFLATE -> inflate(needed, length, full, toEnd);
                    case LZW ->
                        needed > 1 && stored[0] == 0 && (stored[1] & 1) == 1
                                ? -1
                                : lzw.decode(stored, needed, raw, length);
                    case PACKBITS -> PackBits.decode(stored, needed, raw, length);
                    case ZSTD -> zstd(needed, full);
                    case NONE -> length;
                };
        if (got < length) {
            throw file.error("is damaged: " + what
                    + (got < 0
                            ? " is no valid " + layout.compression() + " stream"
                            : " ends too early after decompression"));
        }
    }

    /** Inflates; with {@code toEnd} also what follows up to {@code full} bytes, for the checksum behind it. */
    private int inflate(int storedLength, int length, int full, boolean toEnd) {
        inflater.reset();
        inflater.setInput(stored, 0, storedLength);
        int got = 0;
        try {
            while (got < length) {
                int n = inflater.inflate(raw, got, length - got);
                if (n == 0) {
                    return inflater.needsDictionary() ? -1 : got;
                }
                got += n;
            }
            int n = 1;
            for (int rest = full - length; toEnd && n > 0 && rest >= 0; rest -= n) {
                n = inflater.inflate(discarded);
            }
            return got;
        } catch (DataFormatException e) {
            return -1;
        }
    }

    private int zstd(int storedLength, int full) {
        try {
            return new ZstdDecompressor().decompress(stored, 0, storedLength, raw, 0, full);
        } catch (RuntimeException e) {
            // MalformedInputException and, for some damage, index errors: all mean that the stream is not valid
            return -1;
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
