package org.geoanomaly.gam.pipeline.spi;

import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.config.SourceSpec;

/**
 * What is wanted of a data source.
 *
 * @param modality such as {@code gravity}; {@code topography} for the terrain model
 * @param source what the configuration names: an id of the catalogue or of a plugin, or a file
 * @param area where values are needed, buffer included
 * @param spacingDeg sampling at which a continuous model, such as spherical harmonics, is to be evaluated, degrees
 */
public record DataRequest(String modality, SourceSpec source, BoundingBox area, double spacingDeg) {}
