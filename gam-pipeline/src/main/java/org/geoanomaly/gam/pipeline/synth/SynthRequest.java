package org.geoanomaly.gam.pipeline.synth;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.geoanomaly.gam.formats.shc.ShcModel;
import org.geoanomaly.gam.geophysics.spherical.EvaluationHeights;
import org.geoanomaly.gam.geophysics.spherical.TideSystem;
import org.geoanomaly.gam.grid.array.FloatGrid;

/**
 * What to synthesise.
 *
 * @param quantity by name, such as {@code gravity_disturbance} or {@code tmi}
 * @param target grid or points
 * @param heights at which heights
 * @param terms which part of the model
 * @param ellipsoid {@code WGS84}, {@code GRS80}, or {@code sphere} for other bodies
 * @param mainField the field along which a total-field anomaly is taken
 */
public record SynthRequest(
        String quantity,
        SynthTarget target,
        Heights heights,
        Terms terms,
        String ellipsoid,
        Optional<ShcModel> mainField) {

    /**
     * Heights of evaluation. Points with a height column of their own use that one.
     *
     * @param metres constant height
     * @param reference what it counts from; if absent, what suits the quantity
     * @param topography heights above sea level instead, on any geographic grid; depths count as sea level
     */
    public record Heights(
            double metres, Optional<EvaluationHeights.Reference> reference, Optional<FloatGrid> topography) {
        public static final Heights ZERO = new Heights(0, Optional.empty(), Optional.empty());
    }

    /**
     * The part of the model that is used.
     *
     * @param nmin least degree; if absent 0 for gravity and 1 for magnetics
     * @param nmax largest degree; if absent the model's
     * @param epoch decimal year
     * @param tide tide system to bring the model to; if absent its own
     */
    public record Terms(OptionalInt nmin, OptionalInt nmax, OptionalDouble epoch, Optional<TideSystem> tide) {
        public static final Terms ALL =
                new Terms(OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.empty(), Optional.empty());
    }
}
