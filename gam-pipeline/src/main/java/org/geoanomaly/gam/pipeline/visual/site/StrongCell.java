package org.geoanomaly.gam.pipeline.visual.site;

/**
 * A cell whose value stands out.
 *
 * @param lon longitude of its centre, degrees
 * @param lat latitude of its centre, degrees
 * @param value of the cell
 */
public record StrongCell(double lon, double lat, double value) {}
