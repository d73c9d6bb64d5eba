package org.geoanomaly.gam.pipeline.config;

import java.nio.file.Path;
import org.geoanomaly.gam.grid.unit.Unit;
import org.jspecify.annotations.Nullable;

/** Where the data of one modality come from. */
public sealed interface SourceSpec {
    /** An entry of the source catalogue, by its id. */
    record Catalogued(String id) implements SourceSpec {}

    /**
     * A file of the user's own. Whatever is null is taken from the file itself. (One component for each key of the mapping, hence so many.)
     *
     * @param format short name, such as {@code geotiff}, {@code netcdf}, {@code icgem}, {@code csv}
     * @param quantity what is measured, such as {@code gravity_anomaly}
     * @param height of the measurements above the ellipsoid in metres
     * @param variable name of the variable in a NetCDF or HDF5 file
     * @param column name of the value column in a table
     * @param resolutionDeg true resolution in degrees, if coarser than the sampling
     * @param crs such as {@code EPSG:4326}
     * @param nodata the value that stands for no data
     */
    record LocalFile(
            Path path,
            @Nullable String format,
            @Nullable String quantity,
            @Nullable Unit unit,
            @Nullable Double height,
            @Nullable String variable,
            @Nullable String column,
            @Nullable Columns columns,
            @Nullable Double resolutionDeg,
            @Nullable String crs,
            @Nullable Double nodata,
            @Nullable String licence,
            @Nullable String citation,
            @Nullable String url)
            implements SourceSpec {
        /** A file about which nothing is said but its path. */
        public static LocalFile of(Path path) {
            return new LocalFile(path, null, null, null, null, null, null, null, null, null, null, null, null, null);
        }
    }

    /** Names of the columns of a table; null where the usual names hold. */
    record Columns(
            @Nullable String longitude,
            @Nullable String latitude,
            @Nullable String value,
            @Nullable String height,
            @Nullable String uncertainty) {}
}
