package org.geoanomaly.gam.formats.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the TIFF header and the chain of directories. */
final class DirectoryReader {
    private static final int MAX_DIRECTORIES = 1024;
    private static final int MAX_ENTRIES = 65535;

    private final ByteFile file;
    private boolean big;

    DirectoryReader(ByteFile file) {
        this.file = file;
    }

    boolean isBig() {
        return big;
    }

    /** All directories in the order of the chain. */
    List<TiffDirectory> readAll() throws IOException {
        long offset = readHeader();
        List<TiffDirectory> directories = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        while (offset != 0) {
            if (!seen.add(offset)) {
                throw file.error("is damaged: its directories form a loop at byte " + offset);
            }
            if (directories.size() == MAX_DIRECTORIES) {
                throw file.error("has more than " + MAX_DIRECTORIES + " directories, which is not supported");
            }
            offset = readDirectory(offset, directories);
        }
        if (directories.isEmpty()) {
            throw file.error("is damaged: a TIFF header without any image behind it");
        }
        return directories;
    }

    private long readHeader() throws IOException {
        FileKind.requireTiff(file);
        file.setOrder(file.read(0, 1, "the header").get() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        ByteBuffer header = file.read(0, 8, "the header");
        big = header.getShort(2) == 43;
        if (!big) {
            return header.getInt(4) & 0xFFFFFFFFL;
        }
        if (header.getShort(4) != 8 || header.getShort(6) != 0) {
            throw file.error("is damaged: a BigTIFF header with offsets of " + header.getShort(4) + " bytes");
        }
        return file.read(8, 8, "the header").getLong();
    }

    /** Adds the directory at {@code offset}; returns the offset of the next one, 0 at the end. */
    private long readDirectory(long offset, List<TiffDirectory> directories) throws IOException {
        String what = "directory " + (directories.size() + 1);
        int countSize = big ? 8 : 2;
        int entrySize = big ? 20 : 12;
        int offsetSize = big ? 8 : 4;
        ByteBuffer count = file.read(offset, countSize, what);
        long entries = big ? count.getLong() : count.getShort() & 0xFFFF;
        if (entries < 1 || entries > MAX_ENTRIES) {
            throw file.error("is damaged: " + what + " claims " + Long.toUnsignedString(entries) + " entries");
        }
        long start = offset + countSize;
        ByteBuffer bytes = file.read(start, entries * entrySize + offsetSize, what);
        Map<Integer, TiffField> fields = new HashMap<>();
        for (int i = 0; i < entries; i++) {
            TiffField field = entry(bytes, i * entrySize, start);
            fields.putIfAbsent(field.tag(), field);
        }
        directories.add(new TiffDirectory(file, offset, fields));
        int next = (int) entries * entrySize;
        return big ? bytes.getLong(next) : bytes.getInt(next) & 0xFFFFFFFFL;
    }

    private TiffField entry(ByteBuffer bytes, int at, long start) {
        int tag = bytes.getShort(at) & 0xFFFF;
        int type = bytes.getShort(at + 2) & 0xFFFF;
        long count = big ? bytes.getLong(at + 4) : bytes.getInt(at + 4) & 0xFFFFFFFFL;
        int valueAt = at + (big ? 12 : 8);
        int room = big ? 8 : 4;
        boolean inline = Long.compareUnsigned(count, room) <= 0 && count * TiffField.sizeOf(type) <= room;
        long position = start + valueAt;
        if (!inline) {
            position = big ? bytes.getLong(valueAt) : bytes.getInt(valueAt) & 0xFFFFFFFFL;
        }
        return new TiffField(tag, type, count < 0 ? Long.MAX_VALUE : count, position);
    }
}
