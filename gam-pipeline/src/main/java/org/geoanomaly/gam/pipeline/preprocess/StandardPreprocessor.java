package org.geoanomaly.gam.pipeline.preprocess;

import java.util.Set;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.PreprocessRequest;
import org.geoanomaly.gam.pipeline.spi.Preprocessor;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/**
 * Gravity and magnetic data.
 *
 * <p>Readings: selection, plausibility of units, duplicates, reference field, outliers, terrain, equivalent sources. Grids: plausibility, reference
 * field, resampling, terrain. Both then: low- and high-pass, regional field, reduction to the pole. Lattice nodes without data near enough are NaN
 * and no observations.
 *
 * <p>Outliers are looked for among readings only: a published grid has been edited, and a lone value in it may be all that is left of an anomaly.
 *
 * <p>After a reduction to the pole the observations are those at the pole, and the ambient field of the answer is vertical.
 */
public final class StandardPreprocessor implements Preprocessor {
    static final String GRAVITY = "gravity";
    static final String MAGNETIC = "magnetic";

    @Override
    public String id() {
        return "standard";
    }

    @Override
    public int spiVersion() {
        return Plugin.VERSION;
    }

    @Override
    public Set<String> modalities() {
        return Set.of(GRAVITY, MAGNETIC);
    }

    @Override
    public ProcessedData process(PreprocessRequest request, StageContext context) {
        Job job = Job.of(request, context);
        return job.modality().equals(MAGNETIC) ? new MagneticChain(job).run() : new GravityChain(job).run();
    }
}
