package org.geoanomaly.gam.pipeline.forward;

import java.util.List;
import org.geoanomaly.gam.geophysics.body.Body;
import org.geoanomaly.gam.geophysics.deformation.DeformationSource;
import org.geoanomaly.gam.geophysics.deformation.LineOfSight;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.jspecify.annotations.Nullable;

/**
 * Bodies and sources, and the directions that some fields need.
 *
 * @param ambient the inducing field, or null if the model gives none
 * @param lineOfSight the satellite's direction, or null if the model gives none
 */
public record ForwardModel(
        List<Body> bodies,
        List<DeformationSource> sources,
        @Nullable AmbientField ambient,
        @Nullable LineOfSight lineOfSight) {
    public ForwardModel {
        bodies = List.copyOf(bodies);
        sources = List.copyOf(sources);
    }
}
