package org.geoanomaly.gam.geophysics.traveltime;

import edu.sc.seis.TauP.Arrival;
import edu.sc.seis.TauP.SeismicPhase;
import java.util.List;
import org.geoanomaly.gam.grid.error.GamException;

/** First arrivals at the surface of a {@link LayeredEarth} from one source. Safe for any number of threads. */
public final class FirstArrivals {
    private final List<SeismicPhase> phases;

    FirstArrivals(List<SeismicPhase> phases) {
        this.phases = List.copyOf(phases);
    }

    /**
     * One arrival.
     *
     * @param phase its name, such as {@code Pn}
     * @param time s
     * @param rayParameter dT/dΔ, s for each degree
     */
    public record FirstArrival(String phase, double time, double rayParameter) {}

    /**
     * The first arrival at a distance.
     *
     * @param degrees of arc, 0 to 180
     * @throws IllegalArgumentException if it is not within these
     * @throws GamException if no wave of the kind comes there, as S behind the core
     */
    public FirstArrival at(double degrees) {
        if (!(degrees >= 0 && degrees <= 180)) {
            throw new IllegalArgumentException("a distance must be 0 to 180 degrees, not " + degrees);
        }
        Arrival first = SeismicPhase.getEarliestArrival(phases, degrees);
        if (first == null) {
            throw new GamException("no wave arrives at a distance of " + degrees + " degrees");
        }
        return new FirstArrival(first.getName(), first.getTime(), first.getRayParamDeg());
    }
}
