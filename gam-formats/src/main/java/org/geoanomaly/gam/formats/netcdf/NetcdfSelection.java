package org.geoanomaly.gam.formats.netcdf;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.unit.Unit;

/**
 * Which grid to read from a file, and what the caller knows better than the file.
 *
 * @param variable its name; the only grid of the file if empty
 * @param index the plane along a leading dimension such as time, from 0
 * @param noData values that mean no-data although the file does not say so
 * @param unit the unit of the values, instead of the one stated
 * @param crs the reference system, instead of the one stated
 */
public record NetcdfSelection(
        Optional<String> variable, OptionalInt index, List<Double> noData, Optional<Unit> unit, Optional<Crs> crs) {
    /** The only grid of the file, as the file describes it. */
    public static final NetcdfSelection ONLY =
            new NetcdfSelection(Optional.empty(), OptionalInt.empty(), List.of(), Optional.empty(), Optional.empty());

    public NetcdfSelection {
        noData = List.copyOf(noData);
    }

    public static NetcdfSelection of(String variable) {
        return new NetcdfSelection(
                Optional.of(variable), OptionalInt.empty(), List.of(), Optional.empty(), Optional.empty());
    }
}
