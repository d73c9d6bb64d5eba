package org.geoanomaly.gam.pipeline.fuse;

import org.geoanomaly.gam.pipeline.contract.ModelFusionContract;
import org.geoanomaly.gam.pipeline.spi.ModelFusion;

/** The built-in fusion keeps the contract that those of strangers keep. */
class GaussianFusionContractTest extends ModelFusionContract {
    @Override
    protected ModelFusion plugin() {
        return new GaussianFusion();
    }
}
