package org.geoanomaly.gam.pipeline.stac;

import java.io.Serializable;
import java.time.Instant;

/**
 * The run that made a product.
 *
 * @param id of the run
 * @param softwareVersion version of GeoAnomalyMapper
 * @param start recorded start: the time stamp of everything the run writes
 * @param configHash sha256 of the part of the configuration that the product depends on
 * @param synthetic whether the values are made up; every product says so
 */
public record RunRef(String id, String softwareVersion, Instant start, String configHash, boolean synthetic)
        implements Serializable {
    public static final String SOFTWARE = "GeoAnomalyMapper";

    /** What titles of products begin with: nothing, or that they are synthetic. */
    public String label() {
        return synthetic ? "SYNTHETIC DATA: " : "";
    }
}
