package org.geoanomaly.gam.pipeline.ingest.seismic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.geoanomaly.gam.formats.seismic.Bulletin;
import org.geoanomaly.gam.formats.seismic.Origin;
import org.geoanomaly.gam.formats.seismic.Pick;
import org.geoanomaly.gam.formats.seismic.SeismicEvent;
import org.geoanomaly.gam.formats.seismic.SeismicTime;
import org.geoanomaly.gam.formats.seismic.Station;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.jspecify.annotations.Nullable;

/** Joins picks with their events and stations into travel times, and counts what does not join. */
final class PickJoin {
    private static final double SLACK = 1e-9;

    private final BoundingBox area;
    private final Set<PhaseKind> wanted;
    private final StationPlaces places;
    private final Notes notes;
    private final PickRows rows = new PickRows();
    private final Set<String> seen = new HashSet<>();
    private int repeated;
    private int unlocated;
    private int withoutDepth;
    private int outside;
    private int withoutPicks;
    private final Map<Why, Integer> left = new EnumMap<>(Why.class);

    private enum Why {
        PHASE("picks have a phase that is no first P or S arrival, or none, and were left out"),
        UNWANTED("picks are of a phase that was not asked for"),
        UNUSED("picks had weight 0 in the location of their event and were left out"),
        EARLY("picks are not later than their event's origin time and were left out"),
        LATER("picks are later arrivals of the same wave at the same station; the first is used"),
        FAR("picks are at stations outside the area and were left out");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }

    PickJoin(BoundingBox area, Set<PhaseKind> wanted, List<Station> stations, Notes notes) {
        this.area = area;
        this.wanted = wanted;
        this.places = new StationPlaces(stations);
        this.notes = notes;
        long flat = stations.stream().filter(s -> Double.isNaN(s.elevation())).count();
        notes.count(flat, "station epochs state no elevation; they are taken at sea level");
    }

    /** Joins the events of one file; an event that an earlier file had is passed over. */
    void add(Bulletin bulletin) {
        for (SeismicEvent event : bulletin.events()) {
            if (!event.id().isEmpty() && !seen.add(event.id())) {
                repeated++;
            } else {
                add(event);
            }
        }
    }

    private void add(SeismicEvent event) {
        Origin origin = event.origin();
        if (origin == null) {
            unlocated++;
        } else if (Double.isNaN(origin.depthM())) {
            withoutDepth++;
        } else if (!inside(origin.longitude(), origin.latitude())) {
            outside++;
        } else if (event.picks().isEmpty()) {
            withoutPicks++;
        } else {
            join(event, origin);
        }
    }

    private boolean inside(double longitude, double latitude) {
        double east = longitude - area.west();
        east -= 360 * Math.floor((east + SLACK) / 360);
        return latitude >= area.south() - SLACK && latitude <= area.north() + SLACK && east <= area.width() + SLACK;
    }

    private record Joined(Station station, PickReading reading) {}

    private void join(SeismicEvent event, Origin origin) {
        Map<String, Joined> first = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (Pick pick : event.picks()) {
            Joined joined = joined(pick, origin);
            if (joined != null) {
                String key = joined.reading.kind() + " " + joined.station.network() + "." + joined.station.code();
                Joined known = first.get(key);
                if (known == null) {
                    order.add(key);
                    first.put(key, joined);
                } else {
                    without(Why.LATER);
                    if (joined.reading.travelTime() < known.reading.travelTime()) {
                        first.put(key, joined);
                    }
                }
            }
        }
        if (!order.isEmpty()) {
            int number = rows.newEvent();
            for (String key : order) {
                Joined joined = first.get(key);
                if (joined != null) {
                    rows.add(number, origin, joined.station, joined.reading);
                }
            }
        }
    }

    private @Nullable Joined joined(Pick pick, Origin origin) {
        Optional<PhaseKind> kind = PhaseKind.of(pick.phase());
        double time = SeismicTime.seconds(origin.time(), pick.time());
        if (kind.isEmpty()) {
            return without(Why.PHASE);
        }
        if (!wanted.contains(kind.get())) {
            return without(Why.UNWANTED);
        }
        if (pick.weight() == 0) {
            return without(Why.UNUSED);
        }
        if (time <= 0) {
            return without(Why.EARLY);
        }
        Station station = places.find(pick);
        if (station == null) {
            return null;
        }
        if (!inside(station.longitude(), station.latitude())) {
            return without(Why.FAR);
        }
        return new Joined(station, new PickReading(kind.get(), time, pick.uncertainty(), pick.residual()));
    }

    private @Nullable Joined without(Why why) {
        left.merge(why, 1, Integer::sum);
        return null;
    }

    /** The rows; the counts go to the notes. */
    PickRows rows() {
        notes.count(repeated, "events are in several files or parts; the first of each is used");
        notes.count(unlocated, "events have no origin and were left out with their picks");
        notes.count(withoutDepth, "events have no depth and were left out with their picks");
        notes.count(outside, "events lie outside the area and were left out with their picks");
        notes.count(withoutPicks, "events in the area have no picks");
        for (Why why : Why.values()) {
            notes.count(left.getOrDefault(why, 0), why.words);
        }
        places.notes(notes);
        return rows;
    }
}
