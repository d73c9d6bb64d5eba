package org.geoanomaly.gam.pipeline.keep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.pipeline.cache.HdfArrays;
import org.geoanomaly.gam.pipeline.data.FusedModel;

/** {@link FusedModel} as arrays. */
public final class FusedModelCodec implements ProductCodec<FusedModel> {
    private static final String CONTRIBUTION = "contribution_";

    /** What is not an array. */
    record Head(List<String> modalities, List<String> notes) {}

    @Override
    public HdfArrays.Builder encode(FusedModel model) {
        HdfArrays.Builder out = HdfArrays.builder(ProductCodec.header(
                        new Head(List.copyOf(model.contributions().keySet()), model.notes())))
                .add("score", model.score())
                .add("deviation", model.deviation());
        model.contributions().forEach((modality, values) -> out.add(CONTRIBUTION + modality, values));
        MeshArrays.add(out, model.mesh());
        return out;
    }

    @Override
    public FusedModel decode(HdfArrays in) {
        Head head = ProductCodec.head(in, Head.class);
        Map<String, float[]> contributions = new LinkedHashMap<>();
        head.modalities().forEach(m -> contributions.put(m, in.floats(CONTRIBUTION + m)));
        return new FusedModel(
                MeshArrays.of(in), in.floats("score"), in.floats("deviation"), contributions, head.notes());
    }
}
