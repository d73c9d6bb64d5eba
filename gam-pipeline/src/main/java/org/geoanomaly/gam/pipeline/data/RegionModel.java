package org.geoanomaly.gam.pipeline.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.unit.Unit;

/** A model over the whole region: longitude, latitude, depth; index {@code (k * rows + row) * columns + column}, row 0 in the north. */
public final class RegionModel {
    private final String name;
    private final GridGeometry geometry;
    private final Depths depths;
    private final Map<String, Layer> layers;

    /**
     * A model.
     *
     * @param name modality or {@code fused}
     * @param geometry of every depth, EPSG:4326
     * @param layers by name: {@code data}, {@code uncertainty}, {@code prior_uncertainty}; for the fused model {@code score}, {@code
     *     uncertainty} and {@code contribution_<modality>}
     */
    public RegionModel(String name, GridGeometry geometry, Depths depths, Map<String, Layer> layers) {
        this.name = name;
        this.geometry = geometry;
        this.depths = depths;
        this.layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
        long cells = (long) geometry.size() * depths.count();
        layers.forEach((key, layer) -> {
            if (layer.values().length != cells) {
                throw new IllegalArgumentException(
                        "layer " + key + " has " + layer.values().length + " values instead of " + cells);
            }
        });
    }

    /** Edges of the layers, m below the reference height, from the top down. */
    public static final class Depths {
        private final double[] edges;
        private final double referenceHeight;

        /**
         * Depths.
         *
         * @param referenceHeight height of depth 0 above sea level, m
         */
        public Depths(double[] edges, double referenceHeight) {
            this.edges = edges.clone();
            this.referenceHeight = referenceHeight;
        }

        /** Number of layers. */
        public int count() {
            return edges.length - 1;
        }

        public double top(int k) {
            return edges[k];
        }

        public double bottom(int k) {
            return edges[k + 1];
        }

        public double centre(int k) {
            return 0.5 * (edges[k] + edges[k + 1]);
        }

        /** Height of depth 0 above sea level, m. */
        public double referenceHeight() {
            return referenceHeight;
        }
    }

    /** The value of greatest magnitude below each place, with its sign; the shallowest of equals. */
    public FloatGrid strongest(Layer layer) {
        FloatGrid out = FloatGrid.empty(geometry, layer.unit());
        float[] best = out.values();
        float[] values = layer.values();
        for (int i = 0; i < values.length; i++) {
            int cell = i % best.length;
            if (Float.isNaN(best[cell]) || Math.abs(values[i]) > Math.abs(best[cell])) {
                best[cell] = values[i];
            }
        }
        return out;
    }

    /** Values of one kind; the array is taken over. */
    public static final class Layer {
        private final String description;
        private final Unit unit;
        private final float[] values;

        public Layer(String description, Unit unit, float[] values) {
            this.description = description;
            this.unit = unit;
            this.values = values;
        }

        public String description() {
            return description;
        }

        public Unit unit() {
            return unit;
        }

        public float[] values() {
            return values;
        }
    }

    public String name() {
        return name;
    }

    public GridGeometry geometry() {
        return geometry;
    }

    public Depths depths() {
        return depths;
    }

    public Map<String, Layer> layers() {
        return layers;
    }
}
