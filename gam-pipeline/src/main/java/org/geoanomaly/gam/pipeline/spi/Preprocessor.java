package org.geoanomaly.gam.pipeline.spi;

import java.util.Set;
import org.geoanomaly.gam.pipeline.data.ProcessedData;

/** Turns raw data of its modalities into observations of an anomaly, with uncertainties, in the frame of a tile. */
public interface Preprocessor extends Plugin {
    /** What it can work on. */
    Set<String> modalities();

    /**
     * The observations. Nothing is dropped silently: each value left out is counted in the notes.
     *
     * @throws org.geoanomaly.gam.pipeline.error.PreprocessingException if the data cannot be used, saying why and what to do
     */
    ProcessedData process(PreprocessRequest request, StageContext context) throws InterruptedException;
}
