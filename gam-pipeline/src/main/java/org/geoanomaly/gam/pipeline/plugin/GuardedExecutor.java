package org.geoanomaly.gam.pipeline.plugin;

import org.geoanomaly.gam.pipeline.spi.TileExecutor;
import org.geoanomaly.gam.pipeline.spi.TileResources;
import org.geoanomaly.gam.pipeline.spi.TileSession;

/** A stranger's executor. Its session is its own: what fails there is trouble of the machine that runs the tiles. */
record GuardedExecutor(TileExecutor inner, PluginCall call) implements TileExecutor {
    @Override
    public String id() {
        return call.quick("id", inner::id);
    }

    @Override
    public int spiVersion() {
        return call.quick("spiVersion", inner::spiVersion);
    }

    @Override
    public Record options() {
        return call.quick("options", inner::options);
    }

    @Override
    public TileSession open(TileResources resources) {
        return call.quick("open", () -> inner.open(resources));
    }
}
