package org.geoanomaly.gam.pipeline.data;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.unit.Unit;
import org.jspecify.annotations.Nullable;

/** The data of one modality in an area as they were published. */
public sealed interface RawData extends Serializable {
    /** What they are. */
    Facts facts();

    /**
     * What is known about data, from their file, the catalogue or the configuration.
     *
     * @param modality such as {@code magnetic}
     * @param quantity such as {@code gravity_disturbance} or {@code total_field_anomaly}; empty if nobody says
     * @param unit of the values
     * @param unitStated whether the file or the user said so; otherwise the unit is the usual one of the modality
     * @param heightM height of all values, m above sea level; null if each has its own or they are on the ground
     * @param resolutionDeg what the data can resolve: native spacing, or half the shortest wavelength of a model; null if it is to be found
     *     from the places of the points
     * @param epoch decimal year of the measurements, null if unknown
     * @param notes what a reader of the results should know
     */
    record Facts(
            String modality,
            String quantity,
            Unit unit,
            boolean unitStated,
            @Nullable Double heightM,
            @Nullable Double resolutionDeg,
            @Nullable Double epoch,
            List<String> notes)
            implements Serializable {
        public Facts {
            notes = List.copyOf(notes);
        }
    }

    /** Values at scattered places, or any other table: columns of equal length by name. Missing values are NaN. */
    final class Points implements RawData {
        /** Degrees, WGS84. */
        public static final String LONGITUDE = "longitude";

        /** Degrees, WGS84. */
        public static final String LATITUDE = "latitude";

        /** Metres above sea level. */
        public static final String HEIGHT = "height";

        /** The measurement, in the unit of the facts. */
        public static final String VALUE = "value";

        /** One standard deviation of the measurement, in its unit. */
        public static final String UNCERTAINTY = "uncertainty";

        /** Degrees, WGS84: where the wave of a pick began. The place of the row itself is the station's. */
        public static final String EVENT_LONGITUDE = "event_longitude";

        /** Degrees, WGS84: where the wave of a pick began. */
        public static final String EVENT_LATITUDE = "event_latitude";

        private final Facts facts;
        private final Map<String, double[]> columns;
        private final int rows;

        /**
         * A table.
         *
         * @param columns by name, in order, taken over
         * @throws IllegalArgumentException if they differ in length
         */
        public Points(Facts facts, Map<String, double[]> columns) {
            this.facts = facts;
            this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
            this.rows = columns.isEmpty() ? 0 : columns.values().iterator().next().length;
            columns.forEach((name, column) -> {
                if (column.length != rows) {
                    throw new IllegalArgumentException(
                            "column " + name + " has " + column.length + " rows instead of " + rows);
                }
            });
        }

        @Override
        public Facts facts() {
            return facts;
        }

        public int rows() {
            return rows;
        }

        /** All columns in order. */
        public Map<String, double[]> columns() {
            return columns;
        }

        /** A column that may be absent. */
        public Optional<double[]> find(String name) {
            return Optional.ofNullable(columns.get(name));
        }

        /**
         * A column that must be there.
         *
         * @throws IllegalArgumentException if it is not
         */
        public double[] column(String name) {
            return find(name)
                    .orElseThrow(() ->
                            new IllegalArgumentException("there is no column " + name + " among " + columns.keySet()));
        }
    }

    /**
     * Values on a grid of longitude and latitude.
     *
     * @param grid the values, in the unit of the facts
     * @param uncertainty one standard deviation of each, null if unknown
     */
    record Gridded(Facts facts, FloatGrid grid, @Nullable FloatGrid uncertainty) implements RawData {}
}
