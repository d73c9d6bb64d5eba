package org.geoanomaly.gam.pipeline.spi;

import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.jspecify.annotations.Nullable;

/**
 * What an inverter works on.
 *
 * @param data observations in the frame of the tile
 * @param mesh cells of the answer; padding around them is the inverter's own
 * @param settings of the configuration
 * @param region what was decided for all tiles; null if there is one tile only, or the inverter decides for itself
 */
public record InversionRequest(
        ProcessedData data,
        RegularMesh mesh,
        ModelingSection settings,
        @Nullable RegionChoice region) {
    /** Of a tile that stands for itself. */
    public InversionRequest(ProcessedData data, RegularMesh mesh, ModelingSection settings) {
        this(data, mesh, settings, null);
    }
}
