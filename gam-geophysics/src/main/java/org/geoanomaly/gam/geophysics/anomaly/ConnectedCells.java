package org.geoanomaly.gam.geophysics.anomaly;

import java.util.Arrays;

/**
 * Bodies of marked cells that hang together by faces, edges or corners (26 neighbours). Cell (i, j, k) has index {@code (k * ny + j) * nx + i}.
 * Cells with different marks never belong to one body. Bodies are numbered from 1 in the order of their first cell, so numbers depend on
 * nothing but the marks.
 */
public final class ConnectedCells {
    private final int[] label;
    private final int count;

    private ConnectedCells(int[] label, int count) {
        this.label = label;
        this.count = count;
    }

    /**
     * The bodies of a mesh.
     *
     * @param mark of each cell; 0 for none
     * @throws IllegalArgumentException if there are not {@code nx * ny * nz} marks
     */
    public static ConnectedCells of(byte[] mark, int nx, int ny, int nz) {
        if (nx < 1 || ny < 1 || nz < 1 || mark.length != (long) nx * ny * nz) {
            throw new IllegalArgumentException(mark.length + " marks for " + nx + " x " + ny + " x " + nz + " cells");
        }
        int[] label = new int[mark.length];
        Flood flood = new Flood(mark, label, nx, ny, nz);
        int count = 0;
        for (int c = 0; c < mark.length; c++) {
            if (mark[c] != 0 && label[c] == 0) {
                count++;
                flood.fill(c, count);
            }
        }
        return new ConnectedCells(label, count);
    }

    /** How many bodies there are. */
    public int count() {
        return count;
    }

    /** The body of a cell, 0 for none. */
    public int label(int cell) {
        return label[cell];
    }

    private static final class Flood {
        private final byte[] mark;
        private final int[] label;
        private final int nx;
        private final int ny;
        private final int nz;
        private int[] stack = new int[256];
        private int size;

        Flood(byte[] mark, int[] label, int nx, int ny, int nz) {
            this.mark = mark;
            this.label = label;
            this.nx = nx;
            this.ny = ny;
            this.nz = nz;
        }

        void fill(int start, int number) {
            label[start] = number;
            push(start);
            while (size > 0) {
                int c = stack[--size];
                int i = c % nx;
                int j = c / nx % ny;
                int k = c / (nx * ny);
                for (int z = Math.max(0, k - 1); z <= Math.min(nz - 1, k + 1); z++) {
                    for (int y = Math.max(0, j - 1); y <= Math.min(ny - 1, j + 1); y++) {
                        for (int x = Math.max(0, i - 1); x <= Math.min(nx - 1, i + 1); x++) {
                            visit((z * ny + y) * nx + x, mark[c], number);
                        }
                    }
                }
            }
        }

        private void visit(int cell, byte wanted, int number) {
            if (mark[cell] == wanted && label[cell] == 0) {
                label[cell] = number;
                push(cell);
            }
        }

        private void push(int cell) {
            if (size == stack.length) {
                stack = Arrays.copyOf(stack, 2 * size);
            }
            stack[size++] = cell;
        }
    }
}
