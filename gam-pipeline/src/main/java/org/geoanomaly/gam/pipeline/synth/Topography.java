package org.geoanomaly.gam.pipeline.synth;

import java.nio.file.Path;
import org.geoanomaly.gam.geophysics.spherical.EvaluationHeights;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.pipeline.read.GridFile;
import org.geoanomaly.gam.pipeline.read.GridFormat;
import org.geoanomaly.gam.pipeline.read.GridRead;
import org.geoanomaly.gam.pipeline.read.GridRequest;

/**
 * A surface on which a quantity is wanted.
 *
 * @param heights in metres or a unit that converts to it
 * @param reference what they count from
 */
public record Topography(FloatGrid heights, EvaluationHeights.Reference reference) {
    /**
     * Reads a grid of heights, above sea level unless the file says otherwise. Of an ICGEM grid that has heights beside values, as those on the
     * Earth's surface do, these are taken, so that the same quantity can be computed at the same points.
     */
    public static Topography read(Path path) {
        GridRequest request = GridRequest.of(path);
        GridRead read = GridFile.read(
                GridFile.format(path) == GridFormat.ICGEM ? request.withVariable(GridRequest.HEIGHTS) : request);
        boolean ellipsoidal = read.facts().quantity().startsWith("h_over_ell");
        return new Topography(
                read.grid(), ellipsoidal ? EvaluationHeights.Reference.ELLIPSOID : EvaluationHeights.Reference.GEOID);
    }
}
