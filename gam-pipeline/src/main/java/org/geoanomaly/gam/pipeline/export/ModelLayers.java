package org.geoanomaly.gam.pipeline.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.geoanomaly.gam.pipeline.data.RegionModel;

/** The names that layers of models have in files: what a model says is {@code data}, also if it is a score. */
final class ModelLayers {
    static final String FUSED = "fused";
    static final String DATA = "data";
    static final String SCORE = "score";

    private ModelLayers() {}

    /** All layers by the name in files, {@code data} first. */
    static Map<String, RegionModel.Layer> named(RegionModel model) {
        Map<String, RegionModel.Layer> named = new LinkedHashMap<>();
        named.put(DATA, data(model));
        model.layers().forEach((name, layer) -> {
            if (layer != named.get(DATA)) {
                named.put(name, layer);
            }
        });
        return named;
    }

    /** The layer that the model is about. */
    static RegionModel.Layer data(RegionModel model) {
        RegionModel.Layer data = model.layers().get(DATA);
        RegionModel.Layer score = model.layers().get(SCORE);
        if (data == null && score == null) {
            throw new IllegalArgumentException("the model " + model.name() + " has neither data nor score but "
                    + model.layers().keySet());
        }
        return data != null ? data : java.util.Objects.requireNonNull(score);
    }
}
