package org.geoanomaly.gam.pipeline.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.geoanomaly.gam.grid.geometry.BoundingBox;

/** The rows of a table that lie in an area and have a value; its edges belong to it. */
final class StationRows {
    private static final double SLACK = 1e-9;

    private final int[] kept;
    private final int inside;
    private final int unusable;
    private final String extent;

    private StationRows(int[] kept, int inside, int unusable, String extent) {
        this.kept = kept;
        this.inside = inside;
        this.unusable = unusable;
        this.extent = extent;
    }

    /**
     * Chooses rows.
     *
     * @param longitude degrees, −180 to 360; brought to −180…180 in place
     * @param latitude degrees
     * @param values NaN where there is none; empty if rows need none
     */
    static StationRows in(BoundingBox area, double[] longitude, double[] latitude, Optional<double[]> values) {
        int[] kept = new int[longitude.length];
        int n = 0;
        int inside = 0;
        int unusable = 0;
        double[] box = {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = 0; i < longitude.length; i++) {
            if (!(latitude[i] >= -90 && latitude[i] <= 90 && longitude[i] >= -180 && longitude[i] <= 360)) {
                unusable++;
                continue;
            }
            longitude[i] = BoundingBox.normalizeLongitude(longitude[i]);
            box[0] = Math.min(box[0], latitude[i]);
            box[1] = Math.max(box[1], latitude[i]);
            box[2] = Math.min(box[2], longitude[i]);
            box[3] = Math.max(box[3], longitude[i]);
            if (contains(area, longitude[i], latitude[i])) {
                inside++;
                if (values.isEmpty() || Double.isFinite(values.get()[i])) {
                    kept[n++] = i;
                }
            }
        }
        String extent = box[0] <= box[1] ? Areas.words(box[0], box[1], box[2], box[3]) : "no place at all";
        return new StationRows(Arrays.copyOf(kept, n), inside, unusable, extent);
    }

    private static boolean contains(BoundingBox area, double longitude, double latitude) {
        double east = longitude - area.west();
        east -= 360 * Math.floor((east + SLACK) / 360);
        return latitude >= area.south() - SLACK && latitude <= area.north() + SLACK && east <= area.width() + SLACK;
    }

    /** Numbers of the rows, ascending. */
    int[] kept() {
        return kept;
    }

    /** How many rows lie in the area, with a value or without. */
    int inside() {
        return inside;
    }

    /** Where the rows of the whole table lie, in words. */
    String extent() {
        return extent;
    }

    double[] pick(double[] column) {
        double[] out = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            out[i] = column[kept[i]];
        }
        return out;
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (unusable > 0) {
            notes.add(unusable + " rows of the file have no possible longitude and latitude and were left out");
        }
        if (inside > kept.length) {
            notes.add((inside - kept.length) + " rows in the area have no value and were left out");
        }
        return notes;
    }
}
