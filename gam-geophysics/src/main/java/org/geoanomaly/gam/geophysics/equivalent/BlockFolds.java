package org.geoanomaly.gam.geophysics.equivalent;

import java.util.Arrays;

/** Which fold holds each station out: by block, at random from a seed, whatever the order of the stations. */
final class BlockFolds {
    private final int[] fold;

    BlockFolds(Stations stations, double block, int folds, long seed) {
        Blocks blocks = Blocks.squares(stations.easting(), stations.northing(), block);
        fold = new int[stations.size()];
        for (int b = 0; b < blocks.count(); b++) {
            int own = (int) Math.floorMod(mix(blocks.key(b) + seed), (long) folds);
            for (int k = blocks.start(b); k < blocks.start(b + 1); k++) {
                fold[blocks.member(k)] = own;
            }
        }
    }

    /** The finaliser of SplitMix64: neighbouring keys give unrelated numbers. */
    static long mix(long key) {
        long z = key * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    int[] heldOut(int number) {
        return select(number, true);
    }

    int[] kept(int number) {
        return select(number, false);
    }

    private int[] select(int number, boolean own) {
        int[] out = new int[fold.length];
        int count = 0;
        for (int i = 0; i < fold.length; i++) {
            if ((fold[i] == number) == own) {
                out[count++] = i;
            }
        }
        return Arrays.copyOf(out, count);
    }
}
