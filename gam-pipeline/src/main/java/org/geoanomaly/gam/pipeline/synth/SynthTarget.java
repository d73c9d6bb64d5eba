package org.geoanomaly.gam.pipeline.synth;

import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;

/** Where a quantity is wanted. */
public sealed interface SynthTarget {
    /** On a geographic grid. */
    record Grid(GridGeometry geometry) implements SynthTarget {}

    /** At the points of a table. */
    record Points(PointTable table) implements SynthTarget {}

    /**
     * A grid over a box: nodes on its edges, as ICGEM's service lays them, or cells that fill it.
     *
     * @param step spacing in degrees; the box is shortened in the east and north if it is no multiple of it
     * @throws GamException if the grid would be empty or too large
     */
    static Grid grid(BoundingBox box, double step, Registration registration) {
        if (!(step > 0) || !Double.isFinite(step)) {
            throw new GamException("step " + step + " must be a positive number of degrees");
        }
        double columns = Math.floor(box.width() / step + 1e-6) + (registration == Registration.NODE ? 1 : 0);
        double rows = Math.floor(box.height() / step + 1e-6) + (registration == Registration.NODE ? 1 : 0);
        if (columns < 1 || rows < 1 || columns * rows > 500_000_000.0) {
            throw new GamException(
                    String.format(
                            java.util.Locale.ROOT,
                            "a step of %s degrees makes a grid of %.0f x %.0f values",
                            step,
                            columns,
                            rows),
                    "choose a step that gives between one and 500 million values",
                    null);
        }
        double half = registration == Registration.NODE ? step / 2 : 0;
        double north = box.south() + (rows - (registration == Registration.NODE ? 1 : 0)) * step + half;
        return new Grid(new GridGeometry(
                Crs.WGS84, box.west() - half, north, step, step, (int) columns, (int) rows, registration));
    }
}
