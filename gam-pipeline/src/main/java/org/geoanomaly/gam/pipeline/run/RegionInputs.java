package org.geoanomaly.gam.pipeline.run;

import java.io.Serializable;
import java.util.LinkedHashMap;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.config.PreprocessingSection;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.jspecify.annotations.Nullable;

/**
 * What all tiles of a region have in common: lent to jobs, so that it reaches each process once.
 *
 * @param data by modality
 * @param terrain heights, null if none are needed
 */
record RegionInputs(
        LinkedHashMap<String, RawData> data,
        RawData.@Nullable Gridded terrain,
        SentMainField mainField,
        PreprocessingSection preprocessing,
        ModelingSection modeling,
        long seed)
        implements Serializable {}
