package org.geoanomaly.gam.geophysics.anomaly;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/** Finds bodies of unusual cells in a model, above and below the usual apart. Pure; one thread. */
public final class CellBodies {
    private static final int DIRECTIONS = 8;

    private CellBodies() {}

    /**
     * A body.
     *
     * @param sign of its values, 1 or −1
     * @param peak cell where the value is farthest from the layer's usual one
     * @param peakScore largest score of its cells, signed; the cell need not be the peak
     * @param cells how many
     * @param volume m³
     * @param extent greatest horizontal width, m
     * @param depthTop of its shallowest face below the mesh's top, m
     * @param depthBottom of its deepest face, m
     */
    public record CellBody(
            int sign,
            int peak,
            double peakScore,
            int cells,
            double volume,
            double extent,
            double depthTop,
            double depthBottom) {}

    /**
     * The bodies with scores beyond a threshold, in the order of their first cell.
     *
     * @param value of each cell, NaN for unknown
     * @param deviation standard deviation of each value
     * @param threshold of |score|, positive
     * @param fewest bodies of fewer cells are left out
     */
    public static List<CellBody> find(
            RegularMesh mesh, float[] value, float[] deviation, LayerBackground background, Limits limits) {
        int layer = mesh.nx() * mesh.ny();
        float[] score = new float[value.length];
        byte[] mark = new byte[value.length];
        for (int c = 0; c < value.length; c++) {
            double z = background.score(c / layer, value[c], deviation[c]);
            score[c] = (float) z;
            mark[c] = (byte) (z > limits.threshold() ? 1 : z < -limits.threshold() ? -1 : 0);
        }
        ConnectedCells connected = ConnectedCells.of(mark, mesh.nx(), mesh.ny(), mesh.nz());
        Draft[] drafts = new Draft[connected.count() + 1];
        for (int c = 0; c < value.length; c++) {
            int label = connected.label(c);
            if (label > 0) {
                if (drafts[label] == null) {
                    drafts[label] = new Draft(mark[c]);
                }
                drafts[label].add(mesh, c, score[c], value[c] - background.centre(c / layer));
            }
        }
        List<CellBody> bodies = new ArrayList<>();
        for (int label = 1; label < drafts.length; label++) {
            if (drafts[label].cells >= limits.fewest()) {
                bodies.add(drafts[label].body(mesh));
            }
        }
        return bodies;
    }

    /**
     * What counts.
     *
     * @param threshold of |score|, positive
     * @param fewest bodies of fewer cells are left out
     */
    public record Limits(double threshold, int fewest) {
        public Limits {
            if (!(threshold > 0) || fewest < 1) {
                throw new IllegalArgumentException("threshold and size must be positive: " + threshold + ", " + fewest);
            }
        }
    }

    private static final class Draft {
        private final int sign;
        private final double[] low = new double[DIRECTIONS];
        private final double[] high = new double[DIRECTIONS];
        private int cells;
        private int peak = -1;
        private double peakValue;
        private double peakScore;
        private double volume;
        private int top = Integer.MAX_VALUE;
        private int bottom = -1;

        Draft(int sign) {
            this.sign = sign;
            java.util.Arrays.fill(low, Double.POSITIVE_INFINITY);
            java.util.Arrays.fill(high, Double.NEGATIVE_INFINITY);
        }

        void add(RegularMesh mesh, int cell, double score, double off) {
            int i = cell % mesh.nx();
            int j = cell / mesh.nx() % mesh.ny();
            int k = cell / (mesh.nx() * mesh.ny());
            cells++;
            volume += mesh.cellVolume(k);
            top = Math.min(top, k);
            bottom = Math.max(bottom, k);
            if (peak < 0 || sign * off > peakValue) {
                peak = cell;
                peakValue = sign * off;
            }
            peakScore = Math.max(peakScore, sign * score);
            for (int d = 0; d < DIRECTIONS; d++) {
                double angle = Math.PI * d / DIRECTIONS;
                double along = (i + 0.5) * mesh.dx() * Math.cos(angle) + (j + 0.5) * mesh.dy() * Math.sin(angle);
                double half =
                        0.5 * (mesh.dx() * Math.abs(Math.cos(angle)) + mesh.dy() * Math.abs(Math.sin(angle)));
                low[d] = Math.min(low[d], along - half);
                high[d] = Math.max(high[d], along + half);
            }
        }

        CellBody body(RegularMesh mesh) {
            double extent = 0;
            for (int d = 0; d < DIRECTIONS; d++) {
                extent = Math.max(extent, high[d] - low[d]);
            }
            return new CellBody(
                    sign, peak, sign * peakScore, cells, volume, extent, mesh.depth(top), mesh.depth(bottom + 1));
        }
    }
}
