package org.geoanomaly.gam.pipeline.read;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;

/**
 * What a file said about its grid.
 *
 * @param format in words, such as {@code NetCDF-4}
 * @param quantity as the file or the request names it; empty if neither does
 * @param unit of the values as read
 * @param unitKnown whether the file or the request stated the unit; if not, the values pass as dimensionless
 * @param height in metres at which the values hold, if stated
 * @param resolution spacing of the values in degrees; projected grids by 111.2 km a degree
 * @param model name of the model the values were computed from; empty if not stated
 * @param registration of the grid
 * @param licence as stated in the file; empty if not
 * @param notes sentences for the report, such as how many cells are void
 */
public record SourceFacts(
        String format,
        String quantity,
        Unit unit,
        boolean unitKnown,
        OptionalDouble height,
        double resolution,
        String model,
        Registration registration,
        String licence,
        List<String> notes) {
    public SourceFacts {
        notes = List.copyOf(notes);
    }

    /** The licence, if the file states one. */
    public Optional<String> statedLicence() {
        return licence.isBlank() ? Optional.empty() : Optional.of(licence);
    }
}
