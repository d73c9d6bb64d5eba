package org.geoanomaly.gam.formats.tiff;

import java.util.Optional;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.Registration;

/**
 * Where a file says its cells lie.
 *
 * @param crs empty if the file does not say
 * @param registration cell or node; empty files are cells
 * @param transform empty if the file does not say, or if it is no north-up grid
 * @param problem why there is no transform; empty if there is one
 */
public record Georeference(
        Optional<Crs> crs, Registration registration, Optional<Transform> transform, String problem) {

    /**
     * The full resolution's extent.
     *
     * @param west x of the outer western edge
     * @param north y of the outer northern edge
     * @param dx cell width
     * @param dy cell height
     * @param southUp whether the file stores its southernmost row first; grids are read north-up all the same
     */
    public record Transform(double west, double north, double dx, double dy, boolean southUp) {}
}
