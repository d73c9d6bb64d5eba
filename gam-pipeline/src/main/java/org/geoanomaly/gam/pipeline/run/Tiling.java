package org.geoanomaly.gam.pipeline.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.model.MeshPlanner;

/** Cuts a region into tiles with half-open cores, and puts a buffer around boxes. */
final class Tiling {
    private static final double STEEPEST = 89.0;

    private Tiling() {}

    /**
     * A tile before anything is known of the data.
     *
     * @param id such as {@code r00c01}, rows counted from the south, columns from the west
     */
    record Box(String id, BoundingBox core) {}

    /** Tiles of the given size from the south-western corner on; the last of a row or column may be smaller. */
    static List<Box> cut(BoundingBox area, double sizeDeg) {
        int rows = count(area.height(), sizeDeg);
        int columns = count(area.width(), sizeDeg);
        List<Box> tiles = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double south = area.south() + r * sizeDeg;
                double north = r == rows - 1 ? area.north() : south + sizeDeg;
                double west = area.west() + c * sizeDeg;
                double width = c == columns - 1 ? area.width() - c * sizeDeg : sizeDeg;
                tiles.add(new Box(String.format(Locale.ROOT, "r%02dc%02d", r, c), box(south, north, west, width)));
            }
        }
        return tiles;
    }

    private static int count(double extent, double size) {
        return Math.max(1, (int) Math.ceil(extent / size - 1e-9));
    }

    /** A box from its western edge and width; edges beyond the antimeridian come back on the other side. */
    private static BoundingBox box(double south, double north, double west, double width) {
        if (width >= 360) {
            return new BoundingBox(south, north, -180, 180);
        }
        double from = west >= 180 ? west - 360 : west < -180 ? west + 360 : west;
        double to = from + width;
        return new BoundingBox(south, north, from, to > 180 ? to - 360 : to);
    }

    /** A box with so many metres more on every side. */
    static BoundingBox buffered(BoundingBox core, double metres) {
        double dLat = metres / MeshPlanner.METRES_PER_DEGREE;
        double south = Math.max(-90, core.south() - dLat);
        double north = Math.min(90, core.north() + dLat);
        double steepest = Math.min(STEEPEST, Math.max(Math.abs(south), Math.abs(north)));
        double dLon = dLat / Math.cos(Math.toRadians(steepest));
        return box(south, north, core.west() - dLon, core.width() + 2 * dLon);
    }

    /** The longitude in the middle of a box, −180 to 180. */
    static double middle(BoundingBox box) {
        return BoundingBox.normalizeLongitude(box.west() + 0.5 * box.width());
    }
}
