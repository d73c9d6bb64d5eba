package org.geoanomaly.gam.formats.pmtiles;

import java.io.ByteArrayOutputStream;

/** The compressed root and all compressed leaves behind each other, in as few leaves as let the root fit its 16 KiB. */
final class EncodedDirectories {
    private static final int SMALLEST_LEAF = 4096;
    /** Pointers that surely fit a root. */
    private static final int COMFORTABLE_ROOT = 3500;

    private final byte[] root;
    private final byte[] leaves;

    private EncodedDirectories(byte[] root, byte[] leaves) {
        this.root = root;
        this.leaves = leaves;
    }

    static EncodedDirectories of(Directory all) {
        byte[] root = GzipBlock.compress(all.encode(0, all.size()));
        if (root.length <= PmtilesHeader.MAX_ROOT_BYTES) {
            return new EncodedDirectories(root, new byte[0]);
        }
        int leafSize = Math.max(SMALLEST_LEAF, all.size() / COMFORTABLE_ROOT);
        while (true) {
            EncodedDirectories split = split(all, leafSize);
            if (split.root.length <= PmtilesHeader.MAX_ROOT_BYTES) {
                return split;
            }
            leafSize += leafSize / 5;
        }
    }

    private static EncodedDirectories split(Directory all, int leafSize) {
        Directory.Builder root = new Directory.Builder();
        ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        for (int from = 0; from < all.size(); from += leafSize) {
            byte[] leaf = GzipBlock.compress(all.encode(from, Math.min(all.size(), from + leafSize)));
            root.add(all.id(from), leaves.size(), leaf.length, 0);
            leaves.writeBytes(leaf);
        }
        byte[] packed = GzipBlock.compress(root.build().encode(0, root.size()));
        return new EncodedDirectories(packed, leaves.toByteArray());
    }

    byte[] root() {
        return root;
    }

    byte[] leaves() {
        return leaves;
    }
}
