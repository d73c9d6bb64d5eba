package org.geoanomaly.gam.grid.array;

/**
 * Rows cut into bands of one height, so that bands end where the blocks of a file do.
 *
 * @param rows to be cut
 * @param first height of the first band
 * @param each height of every other band but the last, which takes what is left
 */
public record RowSplit(int rows, int first, int each) {
    public RowSplit {
        if (rows < 1 || first < 1 || each < 1) {
            throw new IllegalArgumentException(rows + " rows cannot be cut into " + first + " and " + each);
        }
    }

    /** One band. */
    public static RowSplit whole(int rows) {
        return new RowSplit(rows, rows, rows);
    }

    /**
     * Bands of whole blocks.
     *
     * @param block rows of a block
     * @param wanted rows of a band at most, if a block is not higher
     * @param reversed whether blocks are counted from the last row
     */
    public static RowSplit ofBlocks(int rows, int block, int wanted, boolean reversed) {
        int each = (int) Math.min(rows, (long) Math.max(1, wanted / block) * block);
        int rest = rows % each;
        return new RowSplit(rows, reversed && rest > 0 ? rest : each, each);
    }

    public int bands() {
        return first >= rows ? 1 : 1 + (int) (((long) rows - first + each - 1) / each);
    }

    /** The first row of a band; for {@code bands()} the number of rows. */
    public int start(int band) {
        return band == 0 ? 0 : (int) Math.min(rows, first + (band - 1L) * each);
    }

    /** Rows of the highest band. */
    public int highest() {
        return Math.min(rows, Math.max(first, bands() > 1 ? each : 0));
    }
}
