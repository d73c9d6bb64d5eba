package org.geoanomaly.gam.pipeline.global;

import java.io.Serializable;
import java.util.List;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.stac.ProcessingStep;
import org.geoanomaly.gam.pipeline.stac.SourceRef;

/**
 * Where a layer came from and what was done to it.
 *
 * @param layer which layer
 * @param source the input file
 * @param quantity what the values are, such as {@code gravity disturbance at 10000 m}
 * @param steps from file to grid, in order
 */
public record LayerOrigin(Layer layer, SourceRef source, String quantity, List<ProcessingStep> steps)
        implements Serializable {
    public LayerOrigin {
        steps = List.copyOf(steps);
    }
}
