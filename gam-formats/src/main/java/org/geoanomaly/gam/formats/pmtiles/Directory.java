package org.geoanomaly.gam.formats.pmtiles;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A list of entries in ascending order of tile ids, as columns. An entry of run length 0 points to a leaf directory. Sections 4.1 to 4.3
 * and appendix A of the specification.
 */
final class Directory {
    private final long[] ids;
    private final long[] offsets;
    private final int[] lengths;
    private final int[] runs;
    private int size;

    private Directory(long[] ids, long[] offsets, int[] lengths, int[] runs, int size) {
        this.ids = ids;
        this.offsets = offsets;
        this.lengths = lengths;
        this.runs = runs;
        this.size = size;
    }

    int size() {
        return size;
    }

    long id(int i) {
        return ids[i];
    }

    long offset(int i) {
        return offsets[i];
    }

    int length(int i) {
        return lengths[i];
    }

    int run(int i) {
        return runs[i];
    }

    boolean isLeaf(int i) {
        return runs[i] == 0;
    }

    TileEntry entry(int i) {
        return new TileEntry(ids[i], offsets[i], lengths[i], runs[i]);
    }

    /** The last entry whose id is not above {@code id}, or -1. */
    int find(long id) {
        int i = Arrays.binarySearch(ids, 0, size, id);
        return i >= 0 ? i : -i - 2;
    }

    /** Grows by doubling. */
    static final class Builder {
        private long[] ids = new long[1024];
        private long[] offsets = new long[1024];
        private int[] lengths = new int[1024];
        private int[] runs = new int[1024];
        private int size;

        void add(long id, long offset, int length, int run) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
                offsets = Arrays.copyOf(offsets, size * 2);
                lengths = Arrays.copyOf(lengths, size * 2);
                runs = Arrays.copyOf(runs, size * 2);
            }
            ids[size] = id;
            offsets[size] = offset;
            lengths[size] = length;
            runs[size] = run;
            size++;
        }

        int size() {
            return size;
        }

        long lastOffset() {
            return offsets[size - 1];
        }

        int lastLength() {
            return lengths[size - 1];
        }

        int lastRun() {
            return runs[size - 1];
        }

        void extendLast(int run) {
            runs[size - 1] += run;
        }

        Directory build() {
            return new Directory(ids, offsets, lengths, runs, size);
        }
    }

    /** Entries {@code from} to {@code to - 1}, not compressed. */
    byte[] encode(int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream((to - from) * 6);
        putVarint(out, to - from);
        long last = 0;
        for (int i = from; i < to; i++) {
            putVarint(out, ids[i] - last);
            last = ids[i];
        }
        for (int i = from; i < to; i++) {
            putVarint(out, runs[i]);
        }
        for (int i = from; i < to; i++) {
            putVarint(out, lengths[i]);
        }
        long next = -1;
        for (int i = from; i < to; i++) {
            putVarint(out, offsets[i] == next ? 0 : offsets[i] + 1);
            next = offsets[i] + lengths[i];
        }
        return out.toByteArray();
    }

    private static void putVarint(ByteArrayOutputStream out, long value) {
        long v = value;
        while (v >= 0x80) {
            out.write((int) ((v & 0x7f) | 0x80));
            v >>>= 7;
        }
        out.write((int) v);
    }

    /**
     * Reads a directory that is not compressed.
     *
     * @throws IllegalArgumentException if it is damaged; the message continues "a directory "
     */
    static Directory decode(byte[] plain) {
        VarintInput in = new VarintInput(plain);
        long count = in.next();
        // four varints an entry, one byte each at least
        if (count <= 0 || count > in.remaining() / 4) {
            throw new IllegalArgumentException("claims " + count + " entries in " + plain.length + " bytes");
        }
        int n = (int) count;
        Directory d = new Directory(new long[n], new long[n], new int[n], new int[n], n);
        long id = 0;
        for (int i = 0; i < n; i++) {
            long delta = in.next();
            if ((i > 0 && delta == 0) || delta > Long.MAX_VALUE - id) {
                throw new IllegalArgumentException("has tile ids that do not ascend");
            }
            id += delta;
            d.ids[i] = id;
        }
        for (int i = 0; i < n; i++) {
            d.runs[i] = in.nextInt("run length");
        }
        for (int i = 0; i < n; i++) {
            d.lengths[i] = in.nextInt("length");
            if (d.lengths[i] == 0) {
                throw new IllegalArgumentException("has an entry of no bytes");
            }
        }
        d.readOffsets(in);
        return d;
    }

    private void readOffsets(VarintInput in) {
        for (int i = 0; i < size; i++) {
            long value = in.next();
            if (value == 0 && i == 0) {
                throw new IllegalArgumentException("has a first entry that follows nothing");
            }
            offsets[i] = value == 0 ? offsets[i - 1] + lengths[i - 1] : value - 1;
            if (offsets[i] < 0 || offsets[i] > Long.MAX_VALUE - lengths[i]) {
                throw new IllegalArgumentException("has an impossible offset");
            }
        }
        if (in.remaining() != 0) {
            throw new IllegalArgumentException("has " + in.remaining() + " bytes too many");
        }
    }

    /** Little-endian base-128 numbers that fit a non-negative long. */
    private static final class VarintInput {
        private final byte[] bytes;
        private int at;

        VarintInput(byte[] bytes) {
            this.bytes = bytes;
        }

        int remaining() {
            return bytes.length - at;
        }

        long next() {
            long value = 0;
            for (int shift = 0; shift < 63; shift += 7) {
                if (at == bytes.length) {
                    throw new IllegalArgumentException("is truncated");
                }
                byte b = bytes[at++];
                value |= (long) (b & 0x7f) << shift;
                if (b >= 0) {
                    return value;
                }
            }
            throw new IllegalArgumentException("has a number of more than 63 bits");
        }

        int nextInt(String what) {
            long value = next();
            if (value > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("has an impossible " + what + ": " + value);
            }
            return (int) value;
        }
    }
}
