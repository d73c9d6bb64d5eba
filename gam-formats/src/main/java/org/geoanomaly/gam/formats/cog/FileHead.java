package org.geoanomaly.gam.formats.cog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.formats.tiff.TiffTags;
import org.geoanomaly.gam.grid.array.FloatGrid;

/**
 * Everything before the first block: TIFF header, GDAL's ghost area, all directories with their values, the block tables. Its size depends
 * only on the plan, so blocks can be written before their offsets are known.
 */
final class FileHead {
    private static final String STRUCTURE =
            "LAYOUT=IFDS_BEFORE_DATA\nBLOCK_ORDER=ROW_MAJOR\nBLOCK_LEADER=SIZE_AS_UINT4\n"
                    + "BLOCK_TRAILER=LAST_4_BYTES_REPEATED\nKNOWN_INCOMPATIBLE_EDITION=NO\n ";
    private static final int FLOATING_POINT = 3;

    private final List<Level> levels;
    private final int predictor;
    private final boolean big;
    private final List<TagValue> baseTags;

    FileHead(FloatGrid grid, CogOptions options, CogMetadata metadata, List<Level> levels, boolean big) {
        this.levels = levels;
        this.predictor = options.predictor();
        this.big = big;
        baseTags = new ArrayList<>(GeoTags.of(grid.geometry()));
        baseTags.add(TagValue.text(TiffTags.GDAL_METADATA, metadata.toXml(grid.unit())));
    }

    int size() {
        return bytes(new BlockTable(levels)).length;
    }

    byte[] bytes(BlockTable table) {
        byte[] ghost = ghostArea();
        int start = big ? 16 : 8;
        long at = align(start + ghost.length);
        List<Directory> directories = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            Directory directory = new Directory(tags(i, table), big);
            at = directory.place(at);
            directories.add(directory);
        }
        for (Directory directory : directories) {
            at = directory.placeTables(at);
        }
        ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(at)).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) (big ? 43 : 42));
        if (big) {
            out.putShort((short) 8)
                    .putShort((short) 0)
                    .putLong(directories.get(0).offset());
        } else {
            out.putInt((int) directories.get(0).offset());
        }
        out.put(ghost);
        for (int i = 0; i < directories.size(); i++) {
            long next = i + 1 < directories.size() ? directories.get(i + 1).offset() : 0;
            directories.get(i).write(out, next);
        }
        return out.array();
    }

    private static byte[] ghostArea() {
        String header = TiffTags.GHOST_AREA + String.format("%06d", STRUCTURE.length()) + " bytes\n";
        return (header + STRUCTURE).getBytes(StandardCharsets.US_ASCII);
    }

    /** The entries of a level in ascending order of their tags. */
    private List<TagValue> tags(int i, BlockTable table) {
        Level level = levels.get(i);
        List<TagValue> tags = new ArrayList<>();
        if (i > 0) {
            tags.add(TagValue.longs(TiffTags.NEW_SUBFILE_TYPE, 1));
        }
        tags.add(TagValue.size(TiffTags.IMAGE_WIDTH, level.width()));
        tags.add(TagValue.size(TiffTags.IMAGE_LENGTH, level.height()));
        tags.add(TagValue.shorts(TiffTags.BITS_PER_SAMPLE, Float.SIZE));
        tags.add(TagValue.shorts(TiffTags.COMPRESSION, TiffTags.COMPRESSION_ADOBE_DEFLATE));
        tags.add(TagValue.shorts(TiffTags.PHOTOMETRIC_INTERPRETATION, 1));
        tags.add(TagValue.shorts(TiffTags.SAMPLES_PER_PIXEL, 1));
        tags.add(TagValue.shorts(TiffTags.PLANAR_CONFIGURATION, 1));
        if (predictor > 1) {
            tags.add(TagValue.shorts(TiffTags.PREDICTOR, predictor));
        }
        tags.add(TagValue.shorts(TiffTags.TILE_WIDTH, level.blockSize()));
        tags.add(TagValue.shorts(TiffTags.TILE_LENGTH, level.blockSize()));
        long[] offsets = table.offsets(i);
        tags.add(
                big ? TagValue.long8s(TiffTags.TILE_OFFSETS, offsets) : TagValue.longs(TiffTags.TILE_OFFSETS, offsets));
        tags.add(TagValue.longs(TiffTags.TILE_BYTE_COUNTS, table.byteCounts(i)));
        tags.add(TagValue.shorts(TiffTags.SAMPLE_FORMAT, FLOATING_POINT));
        if (i == 0) {
            tags.addAll(baseTags);
        }
        tags.add(TagValue.text(TiffTags.GDAL_NODATA, "nan"));
        return tags;
    }

    static long align(long at) {
        return at + (at & 1);
    }
}
