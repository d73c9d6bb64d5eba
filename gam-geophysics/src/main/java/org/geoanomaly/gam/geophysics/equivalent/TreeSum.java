package org.geoanomaly.gam.geophysics.equivalent;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.Parallelism;

/**
 * The field of many sources at many points in O(n log n): a node of the sources' tree that lies far from a group of points is replaced by
 * {@value #PROXIES} sources at Chebyshev points of its box, with the strengths that interpolation gives them (Fong and Darve 2009; Wang, Krasny and
 * Tlupova 2020). The error is some 1e-4 of the field. Sums run in a fixed order, whatever the number of threads.
 */
final class TreeSum {
    private static final int ORDER = 4;
    private static final int PROXIES = 2 * ORDER * ORDER;
    /** A node is far when the distance is this many times its half width. */
    private static final double FAR = 3.0;

    private static final double[] NODES = chebyshev();

    private final PointTree targets;
    private final PointTree sources;
    private final int[] groups;
    private final LayerKernel kernel;
    private final boolean reversed;

    /**
     * Sums at the points of one tree over the points of another.
     *
     * @param reversed true for the transposed sum: strengths sit at the stations, sums are wanted at the sources
     */
    TreeSum(PointTree targets, PointTree sources, LayerKernel kernel, boolean reversed) {
        this.targets = targets;
        this.sources = sources;
        this.groups = targets.leaves();
        this.kernel = kernel;
        this.reversed = reversed;
    }

    /**
     * Overwrites {@code out} with the field.
     *
     * @param strength by number of the source
     * @param out by number of the point
     */
    void apply(double[] strength, double[] out, Parallelism parallel) {
        double[] sorted = new double[sources.size()];
        for (int k = 0; k < sorted.length; k++) {
            sorted[k] = strength[sources.order[k]];
        }
        float[] proxies = new float[PROXIES * sources.nodes];
        parallel.run((sources.nodes + 63) / 64, () -> {
            double[] weights = new double[2 * ORDER];
            double[] sums = new double[PROXIES];
            return part -> {
                for (int node = 64 * part; node < Math.min(sources.nodes, 64 * part + 64); node++) {
                    gather(node, sorted, weights, sums, proxies);
                }
            };
        });
        parallel.run(groups.length, () -> {
            Share share = new Share(sorted, proxies);
            return part -> share.group(groups[part], out);
        });
    }

    private void gather(int node, double[] sorted, double[] weights, double[] sums, float[] proxies) {
        if (sources.count(node) <= PROXIES) {
            return;
        }
        Arrays.fill(sums, 0.0);
        double low = sources.box[6 * node + 4];
        double high = sources.box[6 * node + 5];
        for (int k = sources.from[node]; k < sources.to[node]; k++) {
            lagrange(sources.x[k], sources.box[6 * node], sources.box[6 * node + 1], weights, 0);
            lagrange(sources.y[k], sources.box[6 * node + 2], sources.box[6 * node + 3], weights, ORDER);
            double up = high > low ? (sources.z[k] - low) / (high - low) : 0.0;
            for (int b = 0; b < ORDER; b++) {
                double wy = sorted[k] * weights[ORDER + b];
                for (int a = 0; a < ORDER; a++) {
                    double w = wy * weights[a];
                    sums[2 * (b * ORDER + a)] += (1.0 - up) * w;
                    sums[2 * (b * ORDER + a) + 1] += up * w;
                }
            }
        }
        for (int p = 0; p < PROXIES; p++) {
            proxies[PROXIES * node + p] = (float) sums[p];
        }
    }

    /** Lagrange polynomials on the Chebyshev points of an interval. */
    private static void lagrange(double v, double lo, double hi, double[] weights, int at) {
        double t = hi > lo ? (2.0 * v - lo - hi) / (hi - lo) : 0.0;
        for (int i = 0; i < ORDER; i++) {
            double w = 1.0;
            for (int j = 0; j < ORDER; j++) {
                if (j != i) {
                    w *= (t - NODES[j]) / (NODES[i] - NODES[j]);
                }
            }
            weights[at + i] = w;
        }
    }

    private static double[] chebyshev() {
        double[] nodes = new double[ORDER];
        for (int i = 0; i < ORDER; i++) {
            nodes[i] = Math.cos(Math.PI * (2 * i + 1) / (2.0 * ORDER));
        }
        return nodes;
    }

    /** The work space of one thread. */
    private final class Share {
        private final double[] sorted;
        private final float[] proxies;
        private final GroupField field = GroupField.of(kernel, reversed, targets.leafSize);
        private final double[] sum = new double[targets.leafSize];
        private double cx;
        private double cy;
        private double cz;
        private double halfX;
        private double halfY;

        Share(double[] sorted, float[] proxies) {
            this.sorted = sorted;
            this.proxies = proxies;
        }

        void group(int leaf, double[] out) {
            double[] box = targets.box;
            cx = 0.5 * (box[6 * leaf] + box[6 * leaf + 1]);
            cy = 0.5 * (box[6 * leaf + 2] + box[6 * leaf + 3]);
            cz = 0.5 * (box[6 * leaf + 4] + box[6 * leaf + 5]);
            halfX = 0.5 * (box[6 * leaf + 1] - box[6 * leaf]);
            halfY = 0.5 * (box[6 * leaf + 3] - box[6 * leaf + 2]);
            int n = targets.count(leaf);
            int first = targets.from[leaf];
            field.n = n;
            for (int i = 0; i < n; i++) {
                field.x[i] = (float) (targets.x[first + i] - cx);
                field.y[i] = (float) (targets.y[first + i] - cy);
                field.z[i] = (float) (targets.z[first + i] - cz);
            }
            Arrays.fill(sum, 0.0);
            visit(0);
            for (int i = 0; i < n; i++) {
                out[targets.order[first + i]] = sum[i];
            }
        }

        private void visit(int node) {
            if (sources.count(node) > PROXIES && isFar(node)) {
                addProxies(node);
            } else if (sources.isLeaf(node)) {
                addSources(node);
            } else {
                for (int c = sources.child[node]; c < sources.child[node] + sources.children[node]; c++) {
                    visit(c);
                }
            }
        }

        private boolean isFar(int node) {
            double[] box = sources.box;
            double x = 0.5 * (box[6 * node] + box[6 * node + 1]);
            double y = 0.5 * (box[6 * node + 2] + box[6 * node + 3]);
            double half = 0.5
                    * Math.max(
                            Math.max(box[6 * node + 1] - box[6 * node], box[6 * node + 3] - box[6 * node + 2]),
                            box[6 * node + 5] - box[6 * node + 4]);
            double gapX = Math.max(0.0, Math.abs(x - cx) - halfX);
            double gapY = Math.max(0.0, Math.abs(y - cy) - halfY);
            return gapX * gapX + gapY * gapY > FAR * FAR * half * half;
        }

        private void addSources(int node) {
            Arrays.fill(field.out, 0f);
            for (int k = sources.from[node]; k < sources.to[node]; k++) {
                field.add((float) (sources.x[k] - cx), (float) (sources.y[k] - cy), (float) (sources.z[k] - cz), (float)
                        sorted[k]);
            }
            flush();
        }

        private void addProxies(int node) {
            Arrays.fill(field.out, 0f);
            double[] box = sources.box;
            double x = 0.5 * (box[6 * node] + box[6 * node + 1]) - cx;
            double y = 0.5 * (box[6 * node + 2] + box[6 * node + 3]) - cy;
            double halfWidth = 0.5 * (box[6 * node + 1] - box[6 * node]);
            double halfDepth = 0.5 * (box[6 * node + 3] - box[6 * node + 2]);
            float low = (float) (box[6 * node + 4] - cz);
            float high = (float) (box[6 * node + 5] - cz);
            for (int b = 0; b < ORDER; b++) {
                float py = (float) (y + halfDepth * NODES[b]);
                for (int a = 0; a < ORDER; a++) {
                    float px = (float) (x + halfWidth * NODES[a]);
                    int at = PROXIES * node + 2 * (b * ORDER + a);
                    field.add(px, py, low, proxies[at]);
                    if (high > low) {
                        field.add(px, py, high, proxies[at + 1]);
                    }
                }
            }
            flush();
        }

        private void flush() {
            for (int i = 0; i < field.n; i++) {
                sum[i] += field.out[i];
            }
        }
    }
}
