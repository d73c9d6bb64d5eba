package org.geoanomaly.gam.formats.cog;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.formats.tiff.TiffTags;

/**
 * One image file directory: entries, then the values that do not fit into them; the block tables lie behind all directories, as GDAL places
 * them. First {@link #place}, then {@link #placeTables}, then {@link #write}.
 */
final class Directory {
    private final List<TagValue> tags;
    private final boolean big;
    private final long[] positions;
    private long offset;

    Directory(List<TagValue> tags, boolean big) {
        this.tags = tags;
        this.big = big;
        this.positions = new long[tags.size()];
    }

    long offset() {
        return offset;
    }

    /** Fixes where the entries and their values lie; returns the first free position behind. */
    long place(long at) {
        offset = at;
        long next = at + (big ? 16 + 20L * tags.size() : 6 + 12L * tags.size());
        for (int i : valueOrder()) {
            positions[i] = next;
            next = FileHead.align(next + tags.get(i).bytes.length);
        }
        return next;
    }

    long placeTables(long at) {
        long next = at;
        for (int i = 0; i < positions.length; i++) {
            if (isTable(tags.get(i)) && isOutside(tags.get(i))) {
                positions[i] = next;
                next += tags.get(i).bytes.length;
            }
        }
        return next;
    }

    /** GDAL's order: the metadata text comes first. */
    private List<Integer> valueOrder() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < positions.length; i++) {
            TagValue tag = tags.get(i);
            if (isOutside(tag) && !isTable(tag)) {
                order.add(tag.tag == TiffTags.GDAL_METADATA ? 0 : order.size(), i);
            }
        }
        return order;
    }

    private boolean isOutside(TagValue tag) {
        return tag.bytes.length > (big ? 8 : 4);
    }

    private static boolean isTable(TagValue tag) {
        return tag.tag == TiffTags.TILE_OFFSETS || tag.tag == TiffTags.TILE_BYTE_COUNTS;
    }

    void write(ByteBuffer out, long nextDirectory) {
        out.position((int) offset);
        if (big) {
            out.putLong(tags.size());
        } else {
            out.putShort((short) tags.size());
        }
        for (int i = 0; i < positions.length; i++) {
            writeEntry(out, tags.get(i), positions[i]);
        }
        if (big) {
            out.putLong(nextDirectory);
        } else {
            out.putInt((int) nextDirectory);
        }
    }

    private void writeEntry(ByteBuffer out, TagValue tag, long position) {
        out.putShort((short) tag.tag).putShort((short) tag.type);
        if (big) {
            out.putLong(tag.count);
        } else {
            out.putInt(tag.count);
        }
        int valueAt = out.position();
        if (isOutside(tag)) {
            if (big) {
                out.putLong(position);
            } else {
                out.putInt((int) position);
            }
            out.put((int) position, tag.bytes);
        } else {
            out.put(valueAt, tag.bytes);
        }
        out.position(valueAt + (big ? 8 : 4));
    }
}
