package org.geoanomaly.gam.pipeline.plugin;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.data.FusedModel;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.spi.ModelFusion;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/** A stranger's fusion. */
record GuardedFusion(ModelFusion inner, PluginCall call) implements ModelFusion {
    @Override
    public String id() {
        return call.quick("id", inner::id);
    }

    @Override
    public int spiVersion() {
        return call.quick("spiVersion", inner::spiVersion);
    }

    @Override
    public Record options() {
        return call.quick("options", inner::options);
    }

    @Override
    public FusedModel fuse(
            List<PropertyModel> models, RegularMesh mesh, ModelingSection settings, StageContext context) {
        FusedModel fused = call.quick("fuse", () -> inner.fuse(models, mesh, settings, context));
        if (fused.score().length != mesh.cells()) {
            throw call.wrong("fuse", "gave " + fused.score().length + " cells instead of " + mesh.cells());
        }
        Set<String> given = models.stream().map(PropertyModel::modality).collect(Collectors.toSet());
        if (!fused.contributions().keySet().equals(given)) {
            throw call.wrong(
                    "fuse", "tells contributions of " + fused.contributions().keySet() + " instead of " + given);
        }
        for (int c = 0; c < fused.score().length; c++) {
            float score = fused.score()[c];
            boolean certain = fused.deviation()[c] > 0;
            if (Float.isInfinite(score) || (!Float.isNaN(score) && !certain)) {
                throw call.wrong(
                        "fuse",
                        "gave cell " + c + " the score " + fused.score()[c] + " with deviation "
                                + fused.deviation()[c]);
            }
        }
        return fused;
    }
}
