package org.geoanomaly.gam.pipeline.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One connected body of unusual cells.
 *
 * @param id unique in the run, such as {@code A001}, most certain first
 * @param peak the most unusual cell
 * @param confidence 0…1
 * @param type class, such as {@code dense}; {@code unclassified} is an answer
 * @param score signed extreme of the score
 * @param contributions part of the score at the peak by modality; a modality that says nothing there is absent ("not assessed")
 * @param body its size
 */
public record Anomaly(
        String id,
        Place peak,
        double confidence,
        String type,
        double score,
        Map<String, Double> contributions,
        Body body) {
    public Anomaly {
        contributions = Collections.unmodifiableMap(new LinkedHashMap<>(contributions));
    }

    /**
     * A place below ground.
     *
     * @param lat degrees WGS84
     * @param lon degrees WGS84, −180 to 180
     * @param depth m below the top of the mesh, positive down
     */
    public record Place(double lat, double lon, double depth) {}

    /**
     * The size of a body.
     *
     * @param extentM greatest horizontal extent, m
     * @param volumeM3 of all its cells
     * @param depthMin of its top, m
     * @param depthMax of its bottom, m
     * @param cells how many
     */
    public record Body(double extentM, double volumeM3, double depthMin, double depthMax, int cells) {}

    /** The same anomaly under another id. */
    public Anomaly withId(String name) {
        return new Anomaly(name, peak, confidence, type, score, contributions, body);
    }
}
