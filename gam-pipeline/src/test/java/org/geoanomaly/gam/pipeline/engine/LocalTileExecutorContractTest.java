package org.geoanomaly.gam.pipeline.engine;

import org.geoanomaly.gam.pipeline.contract.TileExecutorContract;
import org.geoanomaly.gam.pipeline.spi.TileExecutor;

/** The threads of this machine keep the contract that clusters keep. */
class LocalTileExecutorContractTest extends TileExecutorContract {
    @Override
    protected TileExecutor plugin() {
        return new LocalTileExecutor();
    }
}
