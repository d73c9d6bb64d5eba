package org.geoanomaly.gam.formats.hdf5;

import io.jhdf.Constants;
import io.jhdf.Utils;
import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.HugeFractalHeapObjectUnfilteredRecord;
import io.jhdf.exceptions.HdfException;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Objects in a fractal heap (HDF5 File Format Specification 3.0, section III.G), where nodes with more than eight attributes or links keep
 * them. jHDF 0.13 stops at the first unused entry of an indirect block and so cannot follow the heaps that netCDF4 and xarray write; here the
 * place of an object is computed from the doubling table. Heaps with I/O filters are not read.
 */
final class DenseHeap {
    private static final int DEEPEST = 16;
    private static final int LARGEST_OBJECT = 1 << 26;

    private final HdfBackingStorage storage;
    private final int offsetBytes;
    private final int lengthBytes;
    private final int tableWidth;
    private final long startingBlock;
    private final int directRows;
    private final long rootBlock;
    private final int rootRows;
    private final long hugeObjects;

    DenseHeap(HdfBackingStorage storage, long address) {
        this.storage = storage;
        int lengths = storage.getSizeOfLengths();
        int offsets = storage.getSizeOfOffsets();
        ByteBuffer b = read(address, 26 + 12 * lengths + 3 * offsets);
        if (b.getInt() != 0x50485246) {
            throw new HdfException("no fractal heap at address " + address);
        }
        b.position(7);
        if (b.getShort() != 0) {
            throw new HdfException("a fractal heap with I/O filters cannot be read");
        }
        b.position(10);
        long largestManaged = Integer.toUnsignedLong(b.getInt());
        b.position(14 + lengths);
        hugeObjects = Utils.readBytesAsUnsignedLong(b, offsets);
        b.position(14 + 10 * lengths + 2 * offsets);
        tableWidth = Short.toUnsignedInt(b.getShort());
        startingBlock = Utils.readBytesAsUnsignedLong(b, lengths);
        long largestDirect = Utils.readBytesAsUnsignedLong(b, lengths);
        int heapBits = Short.toUnsignedInt(b.getShort());
        b.getShort();
        rootBlock = Utils.readBytesAsUnsignedLong(b, offsets);
        rootRows = Short.toUnsignedInt(b.getShort());
        if (tableWidth == 0 || Long.bitCount(startingBlock) != 1 || Long.bitCount(largestDirect) != 1) {
            throw new HdfException("the fractal heap at address " + address + " is damaged");
        }
        offsetBytes = (heapBits + 7) / 8;
        lengthBytes = (64 - Long.numberOfLeadingZeros(Math.min(largestDirect, largestManaged)) + 7) / 8;
        directRows = Long.numberOfTrailingZeros(largestDirect) - Long.numberOfTrailingZeros(startingBlock) + 2;
    }

    /** The bytes of the object with a heap ID. */
    ByteBuffer object(ByteBuffer heapId) {
        ByteBuffer id = heapId.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int first = id.get();
        return switch (first >> 4 & 3) {
            case 0 -> {
                long offset = Utils.readBytesAsUnsignedLong(id, offsetBytes);
                int length = (int) Utils.readBytesAsUnsignedLong(id, lengthBytes);
                yield read(rootRows == 0 ? rootBlock + offset : address(rootBlock, rootRows, 0, offset, 0), length);
            }
            case 1 -> huge(Utils.readBytesAsUnsignedLong(id, Math.min(8, id.remaining())));
            case 2 -> {
                byte[] tiny = new byte[(first & 15) + 1];
                id.get(tiny);
                yield ByteBuffer.wrap(tiny).order(ByteOrder.LITTLE_ENDIAN);
            }
            default -> throw new HdfException("a heap object has an unknown kind");
        };
    }

    private ByteBuffer huge(long wanted) {
        BTreeV2<HugeFractalHeapObjectUnfilteredRecord> records = new BTreeV2<>(storage, hugeObjects);
        for (HugeFractalHeapObjectUnfilteredRecord r : records.getRecords()) {
            if (r.getId() == wanted) {
                return read(r.getAddress(), (int) Math.min(r.getLength(), Integer.MAX_VALUE));
            }
        }
        throw new HdfException("a huge object is missing from its heap");
    }

    /** Walks the doubling table: rows 0 and 1 hold blocks of the starting size, each further row blocks twice as large. */
    private long address(long block, int rows, long base, long offset, int depth) {
        if (depth > DEEPEST) {
            throw new HdfException("a fractal heap is nested too deep");
        }
        long start = base;
        for (int row = 0; row < rows; row++) {
            long size = row == 0 ? startingBlock : startingBlock << Math.min(row - 1, 40);
            if (offset >= start + size * tableWidth) {
                start += size * tableWidth;
                continue;
            }
            int column = (int) ((offset - start) / size);
            long childStart = start + column * size;
            long entry = 5
                    + storage.getSizeOfOffsets()
                    + offsetBytes
                    + ((long) row * tableWidth + column) * storage.getSizeOfOffsets();
            long child = Utils.readBytesAsUnsignedLong(
                    read(block + entry, storage.getSizeOfOffsets()), storage.getSizeOfOffsets());
            if (child == Constants.UNDEFINED_ADDRESS) {
                throw new HdfException("a heap object lies in a block that was never written");
            }
            if (row < directRows) {
                return child + offset - childStart;
            }
            int childRows = Long.numberOfTrailingZeros(size)
                    - Long.numberOfTrailingZeros(startingBlock)
                    - Long.numberOfTrailingZeros(tableWidth)
                    + 1;
            return address(child, childRows, childStart, offset, depth + 1);
        }
        throw new HdfException("a heap object lies beyond its heap");
    }

    private ByteBuffer read(long address, int length) {
        if (length < 0 || length > LARGEST_OBJECT || address < 0 || address + length > storage.size()) {
            throw new HdfException("a heap object reaches beyond the end of the file");
        }
        return storage.readBufferFromAddress(address, length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
