package org.geoanomaly.gam.geophysics.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.grid.stats.RobustStatistics;
import org.geoanomaly.gam.grid.stats.Statistics;

/**
 * What is usual in each layer of a model: median and robust spread (1.4826 MAD) of its cells. The spread holds both the rocks' own variety and
 * the noise. Immutable.
 */
public final class LayerBackground {
    /** With fewer cells a spread says nothing; then only the deviation of a cell itself counts. */
    private static final int FEWEST = 16;

    private final double[] centre;
    private final double[] spread;
    private final int columns;

    private LayerBackground(double[] centre, double[] spread, int columns) {
        this.centre = centre;
        this.spread = spread;
        this.columns = columns;
    }

    /** Number of layers. */
    public int layers() {
        return centre.length;
    }

    /** Median of layer k; 0 where too few cells are known. */
    public double centre(int k) {
        return centre[k];
    }

    /** Robust standard deviation of layer k; 0 where too few cells are known. */
    public double spread(int k) {
        return spread[k];
    }

    /** The most cells that one layer has: how many independent values there can be at most, for fields do not tell the cells of a column apart. */
    public int columns() {
        return columns;
    }

    /**
     * How unusual a value is: (v − median) / max(spread, deviation). Large only if the value is unlike the layer and certain too. For data of
     * noise alone it stays below 1: with the posterior variance σ² and the part r of the prior's that the data take away, noise moves the
     * estimate by at most σ√r.
     *
     * @param deviation standard deviation of the value
     */
    public double score(int k, double value, double deviation) {
        return (value - centre[k]) / Math.max(spread[k], deviation);
    }

    /** How many of its own standard deviations a value lies off the median of its layer: how sure it is that it does. */
    public double certainty(int k, double value, double deviation) {
        return (value - centre[k]) / deviation;
    }

    /** Collects values layer by layer. Not thread-safe; the order of values does not matter. */
    public static final class Collector {
        private final List<float[]> values = new ArrayList<>();
        private final int[] size;

        public Collector(int layers) {
            for (int k = 0; k < layers; k++) {
                values.add(new float[64]);
            }
            size = new int[layers];
        }

        /** Number of layers. */
        public int layers() {
            return size.length;
        }

        /** Takes a value of layer k; NaN is left out. */
        public void add(int k, float value) {
            if (Float.isNaN(value)) {
                return;
            }
            float[] layer = values.get(k);
            if (size[k] == layer.length) {
                layer = Arrays.copyOf(layer, 2 * layer.length);
                values.set(k, layer);
            }
            layer[size[k]++] = value;
        }

        /** What is usual in all that was added. */
        public LayerBackground build() {
            double[] centre = new double[size.length];
            double[] spread = new double[size.length];
            for (int k = 0; k < size.length; k++) {
                if (size[k] >= FEWEST) {
                    Statistics s = RobustStatistics.of(values.get(k), 0, size[k]);
                    centre[k] = s.median();
                    spread[k] = Statistics.MAD_TO_STD * s.mad();
                }
            }
            return new LayerBackground(centre, spread, Arrays.stream(size).max().orElse(0));
        }
    }
}
