package org.geoanomaly.gam.geophysics.tomography;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/** What is known: arrival times, where from and to, the mesh and its reference. Immutable. */
public final class TomographyProblem {
    private final RegularMesh mesh;
    private final ReferenceVelocity reference;
    private final Places stations;
    private final Places events;
    private final boolean[] known;
    private final Picks picks;

    /**
     * A problem.
     *
     * @param known whether each event's place and time are exact, as those of a shot; copied
     * @throws IllegalArgumentException if a pick names a station or an event that is not there
     */
    public TomographyProblem(
            RegularMesh mesh,
            ReferenceVelocity reference,
            Places stations,
            Places events,
            boolean[] known,
            Picks picks) {
        if (known.length != events.size() || picks.size() == 0) {
            throw new IllegalArgumentException(
                    "a tomography needs picks and to know of each event whether it is known: " + picks.size()
                            + " picks, " + known.length + " answers for " + events.size() + " events");
        }
        for (int i = 0; i < picks.size(); i++) {
            if (picks.station(i) >= stations.size() || picks.event(i) >= events.size()) {
                throw new IllegalArgumentException("pick " + i + " names station " + picks.station(i) + " of "
                        + stations.size() + " and event " + picks.event(i) + " of " + events.size());
            }
        }
        this.mesh = mesh;
        this.reference = reference;
        this.stations = stations;
        this.events = events;
        this.known = known.clone();
        this.picks = picks;
    }

    public RegularMesh mesh() {
        return mesh;
    }

    public ReferenceVelocity reference() {
        return reference;
    }

    public Places stations() {
        return stations;
    }

    public Places events() {
        return events;
    }

    public boolean known(int event) {
        return known[event];
    }

    public Picks picks() {
        return picks;
    }

    /** The same with other arrival times. */
    public TomographyProblem withTimes(double[] times) {
        return new TomographyProblem(mesh, reference, stations, events, known, picks.withTimes(times));
    }

    /** The same with another reference. */
    public TomographyProblem withReference(ReferenceVelocity other) {
        return new TomographyProblem(mesh, other, stations, events, known, picks);
    }

    /** The picks of each event, ascending. */
    int[][] picksOfEvents() {
        int[] count = new int[events.size()];
        for (int i = 0; i < picks.size(); i++) {
            count[picks.event(i)]++;
        }
        int[][] lists = new int[count.length][];
        Arrays.setAll(lists, e -> new int[count[e]]);
        Arrays.fill(count, 0);
        for (int i = 0; i < picks.size(); i++) {
            int e = picks.event(i);
            lists[e][count[e]++] = i;
        }
        return lists;
    }
}
