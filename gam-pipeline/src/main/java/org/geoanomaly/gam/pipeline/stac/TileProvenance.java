package org.geoanomaly.gam.pipeline.stac;

import java.util.List;
import org.geoanomaly.gam.pipeline.layout.Layer;

/**
 * Where a tile comes from.
 *
 * @param sources inputs, in a fixed order
 * @param steps what was done, in order
 * @param missing layers that the fused tile lacks
 * @param normalization for the fused layer, one for each layer that took part
 * @param run the run
 */
public record TileProvenance(
        List<SourceRef> sources,
        List<ProcessingStep> steps,
        List<Layer> missing,
        List<Normalization> normalization,
        RunRef run) {
    public TileProvenance {
        sources = List.copyOf(sources);
        steps = List.copyOf(steps);
        missing = List.copyOf(missing);
        normalization = List.copyOf(normalization);
    }
}
