package org.geoanomaly.gam.pipeline.ingest.seismic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.formats.seismic.Pick;
import org.geoanomaly.gam.formats.seismic.Station;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a station stood. Network and code decide, locations and channels do not matter; bulletins often have no network, or one of
 * their own making: then the code alone will do, if all stations of that code stand at one place.
 */
final class StationPlaces {
    private static final double METRES_PER_DEGREE = 111_195;

    /** Places closer than this are one. */
    private static final double SAME_M = 1000;

    private final Map<String, List<Station>> byName = new HashMap<>();
    private final Map<String, List<Station>> byCode = new HashMap<>();
    private int byCodeAlone;
    private int otherEpoch;
    private int unknown;
    private int ambiguous;

    StationPlaces(List<Station> stations) {
        for (Station station : stations) {
            byName.computeIfAbsent(station.network() + "." + station.code(), k -> new ArrayList<>())
                    .add(station);
            byCode.computeIfAbsent(station.code(), k -> new ArrayList<>()).add(station);
        }
    }

    /** The station of a pick; null, and counted, if nobody knows its place. */
    @Nullable
    Station find(Pick pick) {
        List<Station> named = byName.get(pick.network() + "." + pick.station());
        if (named != null) {
            return at(named, pick.time());
        }
        List<Station> coded = byCode.get(pick.station());
        if (coded == null) {
            unknown++;
            return null;
        }
        Station found = at(coded, pick.time());
        byCodeAlone += found == null ? 0 : 1;
        return found;
    }

    private @Nullable Station at(List<Station> candidates, Instant time) {
        List<Station> standing =
                candidates.stream().filter(s -> s.stoodAt(time)).toList();
        List<Station> all = standing.isEmpty() ? candidates : standing;
        Station first = all.get(0);
        for (Station s : all) {
            if (distance(first, s) > SAME_M) {
                ambiguous++;
                return null;
            }
        }
        otherEpoch += standing.isEmpty() ? 1 : 0;
        return first;
    }

    private static double distance(Station a, Station b) {
        double turn = a.longitude() - b.longitude();
        turn -= 360 * Math.rint(turn / 360);
        return METRES_PER_DEGREE
                * Math.hypot(a.latitude() - b.latitude(), turn * Math.cos(Math.toRadians(a.latitude())));
    }

    /** Counts in sentences. */
    void notes(Notes notes) {
        notes.count(unknown, "picks are of stations whose place nobody states and were left out");
        notes.count(ambiguous, "picks are of stations with several places at their time and were left out");
        notes.count(
                byCodeAlone,
                "picks were joined with their station by its code alone, as the network is not stated or not known");
        notes.count(
                otherEpoch,
                "picks are from before or after the stated epochs of their station, which has only one place");
    }
}
