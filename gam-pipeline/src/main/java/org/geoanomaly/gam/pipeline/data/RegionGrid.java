package org.geoanomaly.gam.pipeline.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.geoanomaly.gam.grid.array.FloatGrid;

/**
 * Planes of one modality over the whole region, longitude and latitude, all of one geometry.
 *
 * @param modality such as {@code gravity}
 * @param quantity of the data
 * @param layers by name: {@code data}, {@code uncertainty}, {@code height} and, after the inversion, {@code predicted} and {@code residual}
 */
public record RegionGrid(String modality, String quantity, Map<String, FloatGrid> layers) {
    public RegionGrid {
        layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    }
}
