package org.geoanomaly.gam.pipeline.spi;

/**
 * Somewhere to compute tiles: threads of this machine, a cluster. Chosen by {@code core.engine}. It decides where and in which order tiles
 * are made, never what becomes of them: every executor leads to the same bytes.
 */
public interface TileExecutor extends Plugin {
    /**
     * Takes what it needs for one run, such as a connection to its cluster.
     *
     * @throws org.geoanomaly.gam.pipeline.error.EngineUnavailableException if nobody answers there; within about half a minute
     * @throws org.geoanomaly.gam.grid.error.GamException if the settings make no sense for it
     */
    TileSession open(TileResources resources);
}
