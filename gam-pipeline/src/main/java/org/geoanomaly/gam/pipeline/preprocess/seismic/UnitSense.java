package org.geoanomaly.gam.pipeline.preprocess.seismic;

import java.util.Locale;
import java.util.stream.IntStream;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.preprocess.seismic.Picks.Column;

/** Tells from the speed that distance and time make whether the times can be seconds. */
final class UnitSense {
    /** Soil above the water table; nothing that waves go through is slower, m/s. */
    private static final double SLOWEST = 100;

    /** The lowermost mantle has 13.7 km/s. */
    private static final double FASTEST = 14_000;

    private UnitSense() {}

    /**
     * Refuses times in another unit.
     *
     * @throws PreprocessingException if the median speed is that of no rock
     */
    static void check(Picks picks) {
        double[] speeds = IntStream.range(0, picks.size())
                .mapToDouble(i -> picks.distance(i) / picks.column(Column.TIME)[i])
                .filter(Double::isFinite)
                .toArray();
        double speed = TravelTimeCurve.median(speeds);
        if (speeds.length == 0 || (speed >= SLOWEST && speed <= FASTEST)) {
            return;
        }
        String guess = fits(speed * 1000) ? "milliseconds" : fits(speed / 60) ? "minutes" : "";
        throw new PreprocessingException(
                String.format(
                        Locale.ROOT,
                        "the travel times make a median speed of %.3g km/s between events and stations, which no rock has%s",
                        speed / 1000,
                        guess.isEmpty() ? "" : ": they may be in " + guess + " instead of seconds"),
                guess.isEmpty()
                        ? "check times, coordinates and depths (km in pick CSV, m in QuakeML)"
                        : "convert them to seconds",
                null);
    }

    /** Whether it is the usual speed of P or S waves, m/s. */
    private static boolean fits(double speed) {
        return speed >= 300 && speed <= 9000;
    }
}
