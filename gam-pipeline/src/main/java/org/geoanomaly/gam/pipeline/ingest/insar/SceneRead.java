package org.geoanomaly.gam.pipeline.ingest.insar;

import java.util.List;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.config.SourceSpec;

/**
 * A scene to be read.
 *
 * @param scene what the configuration says about it
 * @param files where it is
 * @param area where points are wanted
 * @param track number of the scene
 * @param name of the product for messages
 */
record SceneRead(SourceSpec.Scene scene, SceneFiles files, BoundingBox area, int track, String name) {
    /**
     * What came of it.
     *
     * @param velocity whether values are mm/yr; else they are m
     * @param stated whether the product or the user states the unit
     * @param notes for the report
     */
    record Outcome(boolean velocity, boolean stated, List<String> notes) {
        Outcome {
            notes = List.copyOf(notes);
        }
    }

    /** Whether a place lies in the area. */
    boolean wants(double longitude, double latitude) {
        double east = longitude - area.west();
        east -= 360 * Math.floor((east + 1e-9) / 360);
        return latitude >= area.south() && latitude <= area.north() && east <= area.width() + 1e-9;
    }
}
