package org.geoanomaly.gam.pipeline.visual.map;

import java.util.Arrays;
import java.util.Map;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.pipeline.data.RegionModel;

/** A model seen from above. */
public final class ScoreMap {
    private ScoreMap() {}

    /** The layer that a model is about: {@code score}, else {@code data}, else the first one. */
    public static RegionModel.Layer main(RegionModel model) {
        Map<String, RegionModel.Layer> layers = model.layers();
        for (String name : new String[] {"score", "data"}) {
            RegionModel.Layer layer = layers.get(name);
            if (layer != null) {
                return layer;
            }
        }
        return layers.values().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the model " + model.name() + " has no layer"));
    }

    /** For each column the value of greatest size, with its sign; NaN where no depth has one. */
    public static FloatGrid extremes(RegionModel model) {
        RegionModel.Layer layer = main(model);
        int size = model.geometry().size();
        float[] out = new float[size];
        Arrays.fill(out, Float.NaN);
        float[] values = layer.values();
        for (int i = 0; i < values.length; i++) {
            float v = values[i];
            float most = out[i % size];
            if (!Float.isNaN(v) && (Float.isNaN(most) || Math.abs(v) > Math.abs(most))) {
                out[i % size] = v;
            }
        }
        return new FloatGrid(model.geometry(), layer.unit(), out);
    }

    /** The index of the value of greatest size, or −1 if there is none. */
    static int strongest(float[] values) {
        int best = -1;
        for (int i = 0; i < values.length; i++) {
            if (!Float.isNaN(values[i]) && (best < 0 || Math.abs(values[i]) > Math.abs(values[best]))) {
                best = i;
            }
        }
        return best;
    }
}
