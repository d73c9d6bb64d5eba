package org.geoanomaly.gam.pipeline.visual.report;

import java.nio.file.Path;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.data.RegionResult;

/** Reports written by two threads. */
final class Reports {
    private Reports() {}

    static Path write(RegionResult result, Path folder) {
        try (Workers workers = new Workers(2)) {
            return RegionReport.write(result, folder, workers);
        }
    }
}
