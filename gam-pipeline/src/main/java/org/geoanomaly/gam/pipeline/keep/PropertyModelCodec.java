package org.geoanomaly.gam.pipeline.keep;

import java.util.List;
import org.geoanomaly.gam.geophysics.inversion.InversionStep;
import org.geoanomaly.gam.pipeline.cache.HdfArrays;
import org.geoanomaly.gam.pipeline.data.FittedSource;
import org.geoanomaly.gam.pipeline.data.ModelFit;
import org.geoanomaly.gam.pipeline.data.PropertyModel;

/** {@link PropertyModel} as arrays. */
public final class PropertyModelCodec implements ProductCodec<PropertyModel> {
    /** What is not an array. */
    record Head(
            String modality,
            PropertyModel.Property property,
            ModelFit.Quality quality,
            List<InversionStep> steps,
            List<FittedSource> sources) {}

    @Override
    public HdfArrays.Builder encode(PropertyModel model) {
        ModelFit fit = model.fit();
        HdfArrays.Builder out = HdfArrays.builder(ProductCodec.header(
                        new Head(model.modality(), model.property(), fit.quality(), fit.steps(), fit.sources())))
                .add("value", model.value())
                .add("deviation", model.deviation())
                .add("prior", model.prior())
                .add("predicted", fit.predicted())
                .add("resolution", fit.resolution());
        MeshArrays.add(out, model.mesh());
        return out;
    }

    @Override
    public PropertyModel decode(HdfArrays in) {
        Head head = ProductCodec.head(in, Head.class);
        return new PropertyModel(
                head.modality(),
                head.property(),
                MeshArrays.of(in),
                in.floats("value"),
                in.floats("deviation"),
                in.floats("prior"),
                new ModelFit(
                        head.quality(),
                        in.doubles("predicted"),
                        in.doubles("resolution"),
                        head.steps(),
                        head.sources()));
    }
}
