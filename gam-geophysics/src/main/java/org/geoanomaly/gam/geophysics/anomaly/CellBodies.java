package org.geoanomaly.gam.geophysics.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/** Finds bodies of unusual cells in a model, above and below the usual apart. Pure; one thread. */
public final class CellBodies {
    private static final int DIRECTIONS = 8;

    /** Beside a strong body an inverted model swings to the other side by up to a fifth, within about one and a half of its widths. */
    private static final double SIDE_LOBE = 0.2;

    private static final double SIDE_LOBE_REACH = 1.5;

    private CellBodies() {}

    /**
     * A body: the cells at least half as far from the usual value as its peak.
     *
     * @param sign of its values, 1 or −1
     * @param peak cell where the value is farthest from the layer's usual one
     * @param height how far it is there, positive
     * @param score largest score of its cells, signed; that cell need not be the peak
     * @param certainty largest certainty of its cells, positive
     * @param cells how many
     * @param volume m³
     * @param extent greatest horizontal width, m
     * @param depthTop of its shallowest face below the mesh's top, m
     * @param depthBottom of its deepest face, m
     * @param depthCentre mean depth, weighed by value and volume, m: fields tell a body's middle better than where it is strongest
     */
    public record CellBody(
            int sign,
            int peak,
            double height,
            double score,
            double certainty,
            int cells,
            double volume,
            double extent,
            double depthTop,
            double depthBottom,
            double depthCentre) {}

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

    /**
     * The bodies, in the order of their peaks' cells: positive ones, then negative ones. Weak swings beside a strong body of the other sign are
     * the inversion's own and left out.
     *
     * @param value of each cell, NaN for unknown
     * @param deviation standard deviation of each value
     */
    public static List<CellBody> find(
            RegularMesh mesh, float[] value, float[] deviation, LayerBackground background, Limits limits) {
        float[] score = new float[value.length];
        float[] certainty = new float[value.length];
        int layer = mesh.nx() * mesh.ny();
        for (int c = 0; c < value.length; c++) {
            score[c] = (float) background.score(c / layer, value[c], deviation[c]);
            certainty[c] = (float) background.certainty(c / layer, value[c], deviation[c]);
        }
        List<CellBody> bodies = new ArrayList<>();
        for (int sign = 1; sign >= -1; sign -= 2) {
            float[] height = new float[value.length];
            for (int c = 0; c < value.length; c++) {
                double off = sign * (value[c] - background.centre(c / layer));
                height[c] = sign * score[c] > limits.threshold() ? (float) off : 0;
            }
            collect(mesh, new Field(height, score, certainty), sign, limits, bodies);
        }
        List<CellBody> all = List.copyOf(bodies);
        bodies.removeIf(b -> all.stream().anyMatch(strong -> isSideLobe(mesh, b, strong)));
        return bodies;
    }

    private static void collect(RegularMesh mesh, Field field, int sign, Limits limits, List<CellBody> bodies) {
        int[] peaks = ProminentPeaks.of(field.height, mesh.nx(), mesh.ny(), mesh.nz());
        Map<Integer, Draft> drafts = new TreeMap<>();
        for (int c = 0; c < peaks.length; c++) {
            if (peaks[c] >= 0) {
                drafts.computeIfAbsent(peaks[c], p -> new Draft(sign, p)).add(mesh, c, field);
            }
        }
        drafts.values().stream()
                .filter(d -> d.cells >= limits.fewest())
                .map(d -> d.body(mesh, field.height))
                .forEach(bodies::add);
    }

    private static boolean isSideLobe(RegularMesh mesh, CellBody weak, CellBody strong) {
        if (weak.sign() == strong.sign() || weak.height() >= SIDE_LOBE * strong.height()) {
            return false;
        }
        int di = weak.peak() % mesh.nx() - strong.peak() % mesh.nx();
        int dj = weak.peak() / mesh.nx() % mesh.ny() - strong.peak() / mesh.nx() % mesh.ny();
        return Math.hypot(di * mesh.dx(), dj * mesh.dy()) < SIDE_LOBE_REACH * strong.extent();
    }

    /** Of every cell: how far it is off, where it counts; how unusual; how sure. */
    private static final class Field {
        private final float[] height;
        private final float[] score;
        private final float[] certainty;

        Field(float[] height, float[] score, float[] certainty) {
            this.height = height;
            this.score = score;
            this.certainty = certainty;
        }
    }

    private static final class Draft {
        private final int sign;
        private final int peak;
        private final double[] low = new double[DIRECTIONS];
        private final double[] high = new double[DIRECTIONS];
        private int cells;
        private double score;
        private double certainty;
        private double volume;
        private double weight;
        private double moment;
        private int top = Integer.MAX_VALUE;
        private int bottom = -1;

        Draft(int sign, int peak) {
            this.sign = sign;
            this.peak = peak;
            Arrays.fill(low, Double.POSITIVE_INFINITY);
            Arrays.fill(high, Double.NEGATIVE_INFINITY);
        }

        void add(RegularMesh mesh, int cell, Field field) {
            double height = field.height[cell];
            int i = cell % mesh.nx();
            int j = cell / mesh.nx() % mesh.ny();
            int k = cell / (mesh.nx() * mesh.ny());
            cells++;
            volume += mesh.cellVolume(k);
            weight += height * mesh.thickness(k);
            moment += height * mesh.thickness(k) * 0.5 * (mesh.depth(k) + mesh.depth(k + 1));
            top = Math.min(top, k);
            bottom = Math.max(bottom, k);
            score = Math.max(score, sign * field.score[cell]);
            certainty = Math.max(certainty, sign * field.certainty[cell]);
            for (int d = 0; d < DIRECTIONS; d++) {
                double cos = Math.cos(Math.PI * d / DIRECTIONS);
                double sin = Math.sin(Math.PI * d / DIRECTIONS);
                double along = (i + 0.5) * mesh.dx() * cos + (j + 0.5) * mesh.dy() * sin;
                low[d] = Math.min(low[d], along);
                high[d] = Math.max(high[d], along);
            }
        }

        CellBody body(RegularMesh mesh, float[] height) {
            double extent = 0;
            for (int d = 0; d < DIRECTIONS; d++) {
                double cos = Math.abs(Math.cos(Math.PI * d / DIRECTIONS));
                double sin = Math.sin(Math.PI * d / DIRECTIONS);
                extent = Math.max(extent, high[d] - low[d] + mesh.dx() * cos + mesh.dy() * sin);
            }
            return new CellBody(
                    sign,
                    peak,
                    height[peak],
                    sign * score,
                    certainty,
                    cells,
                    volume,
                    extent,
                    mesh.depth(top),
                    mesh.depth(bottom + 1),
                    moment / weight);
        }
    }
}
