package org.geoanomaly.gam.formats.icgem;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.unit.Unit;

/**
 * What the head of a {@code .gdf} file says.
 *
 * @param body the celestial body, in lower case, such as {@code earth}
 * @param model name of the model, empty if not stated
 * @param functional the quantity, such as {@code gravity_anomaly_cl}, without the remarks that may follow it
 * @param unitText the unit as written, such as {@code mgal}
 * @param heightOverEllipsoid height in metres at which the values hold, if it is one for all
 * @param maxUsedDegree highest spherical-harmonic degree in the values, if stated
 * @param tideSystem such as {@code tide_free}, empty if not stated
 * @param gapValue the number that stands for no-data, if any
 * @param geometry the nodes, in the longitudes of the file
 * @param keys every key and value in file order, as written
 * @param columns names of the columns, empty if the file does not name them
 * @param dataOffset byte offset of the first line behind the header
 */
public record IcgemHeader(
        String body,
        String model,
        String functional,
        String unitText,
        OptionalDouble heightOverEllipsoid,
        Optional<Integer> maxUsedDegree,
        String tideSystem,
        OptionalDouble gapValue,
        GridGeometry geometry,
        List<Key> keys,
        List<String> columns,
        long dataOffset) {

    /** One line of the header. */
    public record Key(String name, String value) {}

    public IcgemHeader {
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
    }

    /** The unit, if it is one this program knows. */
    public Optional<Unit> unit() {
        return unitText.isBlank() ? Optional.empty() : Unit.parse(unitText);
    }

    /** The column of heights at which the values hold, such as {@code h_over_geoid}, if the file has one beside the values. */
    public Optional<String> heightColumn() {
        return columns.size() == 4 && columns.get(2).startsWith("h_over_")
                ? Optional.of(columns.get(2))
                : Optional.empty();
    }

    /** Whether the values include the centrifugal acceleration or potential, as the remark on the functional says. */
    public boolean centrifugalTermIncluded() {
        return value("functional")
                .map(v -> v.contains("centrifugal term included"))
                .orElse(false);
    }

    /** The value of a key as written. */
    public Optional<String> value(String name) {
        return keys.stream()
                .filter(k -> k.name().equalsIgnoreCase(name))
                .map(Key::value)
                .findFirst();
    }
}
