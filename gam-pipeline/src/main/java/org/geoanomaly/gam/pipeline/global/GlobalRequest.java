package org.geoanomaly.gam.pipeline.global;

import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.tiling.TileSelection;

/**
 * What a run of the globe is asked to do.
 *
 * @param config the effective configuration
 * @param paths where products go
 * @param selection which tiles
 * @param onlyFailed just the tiles that failed last time
 * @param fresh make everything again, whatever is valid
 * @param softwareVersion of this program, for provenance
 */
public record GlobalRequest(
        GamConfig config,
        GlobalPaths paths,
        TileSelection selection,
        boolean onlyFailed,
        boolean fresh,
        String softwareVersion) {}
