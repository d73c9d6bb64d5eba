package org.geoanomaly.gam.pipeline.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
     * @param stations id of the entry that places the stations of seismic picks
     */
    record Catalogued(
            String id,
            @Nullable Double height,
            @Nullable Integer minDegree,
            @Nullable Integer maxDegree,
            @Nullable Double epoch,
            @Nullable String stations)
            implements SourceSpec {
        /** An entry that needs no other. */
        public Catalogued(
                String id,
                @Nullable Double height,
                @Nullable Integer minDegree,
                @Nullable Integer maxDegree,
                @Nullable Double epoch) {
            this(id, height, minDegree, maxDegree, epoch, null);
        }

        /** An entry as the catalogue describes it. */
        public Catalogued(String id) {
            this(id, null, null, null, null);
        }

        /** Whether nothing is said but the id. */
        public boolean plain() {
            return height == null && minDegree == null && maxDegree == null && epoch == null && stations == null;
        }
    }

    /**
     * The source of a plugin.
     *
     * @param id of the plugin
     * @param options its own record
     */
    record Plugged(String id, Record options) implements SourceSpec {}

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

    /** Several products of radar interferometry, each with its own offset, ramp and covariance. */
    record Scenes(List<Scene> scenes) implements SourceSpec {
        public Scenes {
            scenes = List.copyOf(scenes);
        }
    }

    /**
     * One product of radar interferometry. Files are named by path, or by an id of the source catalogue; whatever is null is taken from the
     * product itself. (One component for each key of the mapping, hence so many.)
     *
     * @param path of the product, or its id
     * @param format {@code phase}, {@code hyp3}, {@code opera}, {@code egms} or {@code los}
     * @param coherence file of the coherence
     * @param components file of the connected components of the unwrapping; 0 is no component
     * @param mask file that is 0 where the product is not to be used
     * @param dem file of the terrain heights, m
     * @param incidence of the line of sight from the vertical, degrees
     * @param incidenceFile the same pixel by pixel
     * @param heading of the flight, degrees clockwise from north; the radar looks to the right
     * @param losEast file of the eastward part of the unit vector from the ground to the satellite
     * @param losNorth file of its northward part
     * @param losUp file of its upward part
     * @param lvTheta file of the elevation of the satellite above the horizon, radians
     * @param lvPhi file of the direction to the satellite, radians anticlockwise from east
     * @param wavelength m
     * @param unit of the values
     * @param quantity {@code los_displacement} or {@code los_velocity}
     * @param positive what positive values of displacement mean: {@code toward} or {@code away} from the satellite
     * @param variable of a NetCDF file, or column of a table
     * @param nodata number that stands for no data
     * @param licence of the product, for the record
     * @param citation of the product
     */
    record Scene(
            String path,
            @Nullable String format,
            @Nullable String coherence,
            @Nullable String components,
            @Nullable String mask,
            @Nullable String dem,
            @Nullable Double incidence,
            @Nullable String incidenceFile,
            @Nullable Double heading,
            @Nullable String losEast,
            @Nullable String losNorth,
            @Nullable String losUp,
            @Nullable String lvTheta,
            @Nullable String lvPhi,
            @Nullable Double wavelength,
            @Nullable Unit unit,
            @Nullable String quantity,
            @Nullable String positive,
            @Nullable String variable,
            @Nullable Double nodata,
            @Nullable String licence,
            @Nullable String citation) {
        /** A product about which nothing is said but where it is. */
        public static Scene of(String path) {
            return new Scene(
                    path, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null, null);
        }

        /** Paths and ids of all its files, the product first. */
        public List<String> files() {
            return Stream.of(
                            path,
                            coherence,
                            components,
                            mask,
                            dem,
                            incidenceFile,
                            losEast,
                            losNorth,
                            losUp,
                            lvTheta,
                            lvPhi)
                    .flatMap(Stream::ofNullable)
                    .toList();
        }

        /** This scene, with what another says wherever this one says nothing. */
        public Scene or(Scene other) {
            return new Scene(
                    path,
                    first(format, other.format),
                    first(coherence, other.coherence),
                    first(components, other.components),
                    first(mask, other.mask),
                    first(dem, other.dem),
                    first(incidence, other.incidence),
                    first(incidenceFile, other.incidenceFile),
                    first(heading, other.heading),
                    first(losEast, other.losEast),
                    first(losNorth, other.losNorth),
                    first(losUp, other.losUp),
                    first(lvTheta, other.lvTheta),
                    first(lvPhi, other.lvPhi),
                    first(wavelength, other.wavelength),
                    first(unit, other.unit),
                    first(quantity, other.quantity),
                    first(positive, other.positive),
                    first(variable, other.variable),
                    first(nodata, other.nodata),
                    first(licence, other.licence),
                    first(citation, other.citation));
        }

        private static <T> @Nullable T first(@Nullable T own, @Nullable T other) {
            return own == null ? other : own;
        }
    }

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
