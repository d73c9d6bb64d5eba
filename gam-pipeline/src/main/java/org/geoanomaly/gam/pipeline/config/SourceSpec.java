package org.geoanomaly.gam.pipeline.config;

import java.nio.file.Path;
import java.util.List;
import org.geoanomaly.gam.grid.unit.Unit;
import org.jspecify.annotations.Nullable;

/** Where the data of one modality come from. */
public sealed interface SourceSpec {
    /**
     * An entry of the source catalogue, by its id. What follows the id is for models of coefficients; null where the usual holds.
     *
     * @param height at which the model is computed, metres above the ellipsoid (above the geoid for gravity anomalies)
     * @param minDegree least degree used
     * @param maxDegree largest degree used
     * @param epoch decimal year of the coefficients and of the main field
     */
    record Catalogued(
            String id,
            @Nullable Double height,
            @Nullable Integer minDegree,
            @Nullable Integer maxDegree,
            @Nullable Double epoch)
            implements SourceSpec {
        /** An entry as the catalogue describes it. */
        public Catalogued(String id) {
            this(id, null, null, null, null);
        }

        /** Whether nothing is said but the id. */
        public boolean plain() {
            return height == null && minDegree == null && maxDegree == null && epoch == null;
        }
    }

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
     * @param minDegree least degree of a model of coefficients that is used
     * @param maxDegree largest degree used
     * @param epoch decimal year of a model's coefficients and of the main field
     * @param stations file of the places of seismic stations, for a file of events that only names them
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
            @Nullable String url,
            @Nullable Integer minDegree,
            @Nullable Integer maxDegree,
            @Nullable Double epoch,
            @Nullable Path stations)
            implements SourceSpec {
        /** A file that needs no other. */
        public LocalFile(
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
                @Nullable String url,
                @Nullable Integer minDegree,
                @Nullable Integer maxDegree,
                @Nullable Double epoch) {
            this(
                    path,
                    format,
                    quantity,
                    unit,
                    height,
                    variable,
                    column,
                    columns,
                    resolutionDeg,
                    crs,
                    nodata,
                    licence,
                    citation,
                    url,
                    minDegree,
                    maxDegree,
                    epoch,
                    null);
        }

        /** A file about which nothing is said but its path. */
        public static LocalFile of(Path path) {
            return new LocalFile(
                    path, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null);
        }
    }

    /** Names of the columns of a table; null where the usual names hold. */
    record Columns(
            @Nullable String longitude,
            @Nullable String latitude,
            @Nullable String value,
            @Nullable String height,
            @Nullable String uncertainty) {}

    /**
     * Earthquakes and stations from FDSN web services.
     *
     * @param provider of events with picks: a name or the base address of a service
     * @param stationProvider of stations, null for the usual one beside the provider
     * @param start first instant of the events, ISO 8601
     * @param end last instant of the events
     * @param minMagnitude weaker events are not asked for
     * @param maxDepthKm deeper events are not asked for
     * @param phases {@code P}, {@code S} or both
     */
    record Service(
            String provider,
            @Nullable String stationProvider,
            String start,
            String end,
            @Nullable Double minMagnitude,
            @Nullable Double maxDepthKm,
            List<String> phases)
            implements SourceSpec {
        public Service {
            phases = List.copyOf(phases);
        }
    }
}
