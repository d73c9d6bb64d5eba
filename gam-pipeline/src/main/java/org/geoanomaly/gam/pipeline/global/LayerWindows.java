package org.geoanomaly.gam.pipeline.global;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.pipeline.error.CacheException;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.normalize.Normalizer;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;

/**
 * One measured layer, prepared, in a file from which a task reads the window of its tile and nothing else. The file holds the tiles from the
 * north-west, row by row: 10,000 little-endian floats each, row-major, and their CRC-32C.
 *
 * @param file absolute name, the same on every machine that makes tiles
 * @param layer which layer
 * @param normalizer how its values become scores
 * @param weight its weight in the fused index
 */
record LayerWindows(String file, Layer layer, Normalizer normalizer, double weight) implements Serializable {
    private static final int VALUES = GlobalGrid.TILE_CELLS * GlobalGrid.TILE_CELLS;
    private static final int BLOCK = VALUES * Float.BYTES + Integer.BYTES;
    private static final int ACROSS = GlobalGrid.COLUMNS / GlobalGrid.TILE_CELLS;

    /** Writes a layer. */
    static LayerWindows write(PreparedLayer layer, Path file) {
        AtomicFile.write(file, out -> write(layer.globe(), out));
        return new LayerWindows(file.toAbsolutePath().toString(), layer.layer(), layer.normalizer(), layer.weight());
    }

    private static void write(FloatGrid globe, OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, BLOCK);
        for (TileId tile : TileId.all()) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
            for (float value : GlobalGrid.cut(globe, tile).values()) {
                block.putFloat(value);
            }
            block.putInt(checksum(block.array()));
            buffered.write(block.array());
        }
        buffered.flush();
    }

    private static int checksum(byte[] block) {
        CRC32C crc = new CRC32C();
        crc.update(block, 0, VALUES * Float.BYTES);
        return (int) crc.getValue();
    }

    /**
     * The tile's cells.
     *
     * @throws CacheException if they cannot be read as they were written
     */
    FloatGrid read(TileId tile) {
        ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        long index = (long) GlobalGrid.row(tile) / GlobalGrid.TILE_CELLS * ACROSS
                + GlobalGrid.column(tile) / GlobalGrid.TILE_CELLS;
        try (FileChannel channel = FileChannel.open(Path.of(file))) {
            while (block.hasRemaining()) {
                if (channel.read(block, index * BLOCK + block.position()) < 0) {
                    throw new EOFException("it ends before tile " + tile);
                }
            }
        } catch (IOException e) {
            throw new CacheException(
                    "cannot read " + file + ": " + e,
                    "the output directory must lie on storage that every worker sees under the same name",
                    e);
        }
        if (block.getInt(BLOCK - Integer.BYTES) != checksum(block.array())) {
            throw new CacheException("tile " + tile + " in " + file + " is not as it was written");
        }
        float[] values = new float[VALUES];
        block.flip().asFloatBuffer().get(values);
        return new FloatGrid(GlobalGrid.geometry(tile), layer.unit(), values);
    }
}
