package org.geoanomaly.gam.geophysics.traveltime;

import java.util.Arrays;

/** A heap of nodes by time, four children each, in flat arrays; a node's time can be lowered in place. */
final class TimeHeap {
    static final int BARRED = -2;
    private static final int ABSENT = -1;

    private final int[] place;
    private double[] time = new double[1 << 12];
    private int[] node = new int[1 << 12];
    private int size;

    TimeHeap(int nodes) {
        place = new int[nodes];
        Arrays.fill(place, ABSENT);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Keeps a node out for ever. */
    void bar(int n) {
        place[n] = BARRED;
    }

    boolean isBarred(int n) {
        return place[n] == BARRED;
    }

    double firstTime() {
        return time[0];
    }

    /** Adds a node, or lowers its time; false if it has an earlier time already. */
    boolean offer(int n, double t) {
        int at = place[n];
        if (at >= 0 && time[at] <= t) {
            return false;
        }
        if (at < 0) {
            if (size == node.length) {
                time = Arrays.copyOf(time, 2 * size);
                node = Arrays.copyOf(node, 2 * size);
            }
            at = size++;
        }
        while (at > 0) {
            int parent = (at - 1) >> 2;
            if (time[parent] <= t) {
                break;
            }
            move(parent, at);
            at = parent;
        }
        set(at, n, t);
        return true;
    }

    /** Takes the earliest node out. */
    int poll() {
        int first = node[0];
        place[first] = BARRED;
        size--;
        if (size > 0) {
            sink(node[size], time[size]);
        }
        return first;
    }

    /** Puts a node in again that was taken out. */
    void putBack(int n, double t) {
        place[n] = ABSENT;
        offer(n, t);
    }

    private void sink(int n, double t) {
        int at = 0;
        while (true) {
            int child = 4 * at + 1;
            if (child >= size) {
                break;
            }
            int end = Math.min(size, child + 4);
            int least = child;
            double leastTime = time[child];
            for (int c = child + 1; c < end; c++) {
                if (time[c] < leastTime) {
                    least = c;
                    leastTime = time[c];
                }
            }
            if (leastTime >= t) {
                break;
            }
            move(least, at);
            at = least;
        }
        set(at, n, t);
    }

    private void move(int from, int to) {
        set(to, node[from], time[from]);
    }

    private void set(int at, int n, double t) {
        node[at] = n;
        time[at] = t;
        place[n] = at;
    }
}
