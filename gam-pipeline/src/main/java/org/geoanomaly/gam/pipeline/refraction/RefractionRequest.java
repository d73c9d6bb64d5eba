package org.geoanomaly.gam.pipeline.refraction;

import java.nio.file.Path;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param data first arrivals in the unified data format
 * @param uncertainty one standard deviation for all times, s, over the file's own; null if not given
 * @param targetChi χ²/N to reach
 * @param cell sizes of cells, m; null for sizes that suit the sensors
 * @param output directory for the products
 */
public record RefractionRequest(
        Path data,
        @Nullable Double uncertainty,
        double targetChi,
        @Nullable Cell cell,
        Path output) {
    public RefractionRequest {
        if (!(targetChi > 0.0) || !Double.isFinite(targetChi)) {
            throw new ConfigurationException("chi2/N cannot be brought to " + targetChi);
        }
    }

    /**
     * Sizes of a cell.
     *
     * @param along the profile, m
     * @param down m
     */
    public record Cell(double along, double down) {
        public Cell {
            if (!(along > 0.0 && along < 1e6) || !(down > 0.0 && down < 1e6)) {
                throw new ConfigurationException(
                        "cells of " + along + " x " + down + " m are not possible",
                        "give --spacing as two positive sizes in metres, along the profile and down, such as 1,0.5",
                        null);
            }
        }
    }
}
