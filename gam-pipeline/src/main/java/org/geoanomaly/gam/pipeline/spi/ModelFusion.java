package org.geoanomaly.gam.pipeline.spi;

import java.util.List;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.data.FusedModel;
import org.geoanomaly.gam.pipeline.data.PropertyModel;

/** Makes one model of those of several modalities below one tile. */
public interface ModelFusion extends Plugin {
    /**
     * The fused model.
     *
     * @param models at least one; their meshes are the given one or coarser by whole numbers of columns
     * @param mesh of the answer
     */
    FusedModel fuse(List<PropertyModel> models, RegularMesh mesh, ModelingSection settings, StageContext context);
}
