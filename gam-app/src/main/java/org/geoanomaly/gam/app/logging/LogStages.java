package org.geoanomaly.gam.app.logging;

import java.util.Map;

/**
 * Names of stages in the log. The console speaks of what a user watches (tiles, seams), the log of the steps that its readers know: download,
 * reproject, resample, cog_write, normalize, fuse, pmtiles_export, validate.
 */
final class LogStages {
    private static final Map<String, String> OF_CONSOLE = Map.of(
            "demo", "download",
            "read", "download",
            "tiles", "cog_write",
            "seams", "validate",
            "resume", "validate",
            "global", "validate");

    private LogStages() {}

    /** The log's name of a stage; names it does not translate stay as they are. */
    static String of(String stage) {
        return OF_CONSOLE.getOrDefault(stage, stage);
    }
}
