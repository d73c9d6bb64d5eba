package org.geoanomaly.gam.pipeline.validation;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;

/** Checkpoint 2: 100 x 100 cells, on the global grid's lines, filling exactly the tile's envelope, in EPSG:4326. */
public final class GridAlignmentCheck implements TileCheckpoint {
    /** Degrees by which a corner may be off: far below a cell, far above rounding. */
    private static final double EPSILON = 1e-9;

    @Override
    public String name() {
        return "grid alignment";
    }

    @Override
    public List<Finding> check(TileFiles files) {
        List<Finding> findings = new ArrayList<>();
        GridGeometry found = files.values().geometry();
        GridGeometry expected = GlobalGrid.geometry(files.tile());
        if (!found.crs().equals(Crs.WGS84)) {
            findings.add(Finding.error(files.subject(), "is in " + found.crs().id() + ", not EPSG:4326"));
        }
        if (found.columns() != expected.columns() || found.rows() != expected.rows()) {
            findings.add(Finding.error(
                    files.subject(), "has " + found.columns() + " x " + found.rows() + " cells, not 100 x 100"));
        }
        if (found.registration() != Registration.CELL) {
            findings.add(Finding.error(files.subject(), "is registered on points, not on cells"));
        }
        if (differs(found.west(), expected.west())
                || differs(found.north(), expected.north())
                || differs(found.dx(), expected.dx())
                || differs(found.dy(), expected.dy())) {
            findings.add(Finding.error(
                    files.subject(),
                    "has its corner at " + found.west() + ", " + found.north() + " with cells of " + found.dx() + " x "
                            + found.dy() + " degrees; its envelope begins at " + expected.west() + ", "
                            + expected.north() + " with cells of 0.1"));
        }
        return findings;
    }

    private static boolean differs(double a, double b) {
        return !(Math.abs(a - b) <= EPSILON);
    }
}
