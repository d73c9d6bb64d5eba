package org.geoanomaly.gam.pipeline.global;

import org.geoanomaly.gam.grid.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a file from outside; whatever is null, the file itself must say.
 *
 * @param format short name of the format
 * @param variable variable or column to read
 * @param quantity what is measured, such as {@code gravity} or {@code gravity_anomaly}
 * @param unit of the values
 * @param height of the values above the ellipsoid, metres
 * @param crs reference system of the coordinates
 * @param nodata value that stands for no data
 */
public record ReadingHints(
        @Nullable String format,
        @Nullable String variable,
        @Nullable String quantity,
        @Nullable Unit unit,
        @Nullable Double height,
        @Nullable String crs,
        @Nullable Double nodata) {}
