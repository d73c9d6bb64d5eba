package org.geoanomaly.gam.pipeline.spi;

import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.config.SourceSpec;

/**
 * What is wanted of a data source.
 *
 * @param modality such as {@code gravity}; {@code topography} for the terrain model
 * @param source what the configuration names: an id of the catalogue, a plugin with its options, or a file
 * @param area where values are needed, buffer included
 * @param spacingDeg sampling at which a continuous model, such as spherical harmonics, is to be evaluated, degrees
 */
public record DataRequest(String modality, SourceSpec source, BoundingBox area, double spacingDeg) {
    /** Whether the configuration names the source of this id. */
    public boolean names(String id) {
        return (source instanceof SourceSpec.Plugged p && p.id().equals(id))
                || (source instanceof SourceSpec.Catalogued c && c.id().equals(id));
    }

    /**
     * The options of the source that the configuration names.
     *
     * @param defaults what holds if it names none
     */
    public <R extends Record> R options(R defaults) {
        return source instanceof SourceSpec.Plugged p ? Options.of(p.options(), defaults) : defaults;
    }
}
