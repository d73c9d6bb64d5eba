package org.geoanomaly.gam.pipeline.spi;

import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.data.ProcessedData;

/**
 * What an inverter works on.
 *
 * @param data observations in the frame of the tile
 * @param mesh cells of the answer; padding around them is the inverter's own
 * @param settings of the configuration
 */
public record InversionRequest(ProcessedData data, RegularMesh mesh, ModelingSection settings) {}
