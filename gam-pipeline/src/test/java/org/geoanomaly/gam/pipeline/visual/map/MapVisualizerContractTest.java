package org.geoanomaly.gam.pipeline.visual.map;

import org.geoanomaly.gam.pipeline.contract.VisualizerContract;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.spi.Visualizer;

/** The maps keep the contract that drawings of strangers keep. */
class MapVisualizerContractTest extends VisualizerContract {
    @Override
    protected Visualizer plugin() {
        return new MapVisualizer();
    }

    @Override
    protected RegionResult result() {
        return SampleRegion.typical();
    }
}
