package org.geoanomaly.gam.pipeline.run;

import java.util.Map;
import org.geoanomaly.gam.pipeline.config.GamConfig;

/**
 * What a regional run is asked to do.
 *
 * @param config in force
 * @param environment variables, for mirrors and the clock
 * @param softwareVersion of this program
 * @param fresh make everything again, whatever is kept
 */
public record RegionalRequest(
        GamConfig config, Map<String, String> environment, String softwareVersion, boolean fresh) {
    /** Where it writes. */
    public RegionalPaths paths() {
        return new RegionalPaths(config.core().outputDir());
    }
}
