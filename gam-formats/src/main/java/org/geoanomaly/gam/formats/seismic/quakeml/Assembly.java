package org.geoanomaly.gam.formats.seismic.quakeml;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geoanomaly.gam.formats.seismic.Origin;
import org.geoanomaly.gam.formats.seismic.Pick;
import org.geoanomaly.gam.formats.seismic.SeismicEvent;
import org.geoanomaly.gam.formats.seismic.quakeml.QuakeMl.EventDraft;
import org.jspecify.annotations.Nullable;

/** Puts origins, arrivals and picks together, and counts what does not fit. */
final class Assembly {
    /** An earthquake shallower than this in metres is as rare as one at so many kilometres is common. */
    private static final double KILOMETRES_BELOW = 800;

    private int withoutOrigin;
    private int unknownPreferred;
    private int withoutPick;
    private int unnamed;
    private int rejected;
    private int otherOrigin;

    SeismicEvent event(EventDraft draft, Map<String, OriginDraft> looseOrigins, Map<String, PickDraft> loosePicks) {
        List<OriginDraft> origins = new ArrayList<>(draft.origins);
        draft.references.forEach(id -> {
            OriginDraft origin = looseOrigins.get(id);
            if (origin != null) {
                origins.add(origin);
            }
        });
        @Nullable OriginDraft preferred = preferred(draft, origins);
        @Nullable Origin origin = preferred == null ? null : complete(preferred);
        withoutOrigin += origin == null ? 1 : 0;
        return new SeismicEvent(
                draft.id, draft.place, origin, magnitude(draft), picks(draft, preferred, origins, loosePicks));
    }

    private @Nullable OriginDraft preferred(EventDraft draft, List<OriginDraft> origins) {
        if (draft.preferred != null) {
            for (OriginDraft origin : origins) {
                if (origin.id.equals(draft.preferred)) {
                    return origin;
                }
            }
            unknownPreferred += origins.isEmpty() ? 0 : 1;
        }
        return origins.isEmpty() ? null : origins.get(0);
    }

    private static @Nullable Origin complete(OriginDraft draft) {
        Instant time = draft.time;
        return time == null || Double.isNaN(draft.latitude + draft.longitude)
                ? null
                : new Origin(draft.id, time, draft.latitude, draft.longitude, draft.depth, draft.author);
    }

    private static double magnitude(EventDraft draft) {
        String id = draft.preferredMagnitude == null ? "" : draft.preferredMagnitude;
        return draft.magnitudes.getOrDefault(
                id, draft.magnitudes.values().stream().findFirst().orElse(Double.NaN));
    }

    /**
     * The picks that the preferred origin's arrivals name; if it has no arrivals, those of another origin (their residuals do not count),
     * and if none has, the picks themselves with the phase that the picker guessed.
     */
    private List<Pick> picks(
            EventDraft draft,
            @Nullable OriginDraft preferred,
            List<OriginDraft> origins,
            Map<String, PickDraft> loosePicks) {
        @Nullable OriginDraft located = preferred;
        if (preferred == null || preferred.arrivals.isEmpty()) {
            located = origins.stream()
                    .filter(o -> !o.arrivals.isEmpty())
                    .findFirst()
                    .orElse(null);
            otherOrigin += located == null ? 0 : 1;
        }
        List<Pick> picks = new ArrayList<>();
        Set<String> used = new HashSet<>();
        if (located != null) {
            for (OriginDraft.Arrival arrival : located.arrivals) {
                PickDraft pick = draft.picks.getOrDefault(arrival.pick(), loosePicks.get(arrival.pick()));
                if (pick == null) {
                    withoutPick++;
                } else if (used.add(pick.id)) {
                    String phase = arrival.phase().isEmpty() ? pick.hint : arrival.phase();
                    add(picks, pick, phase, located == preferred ? arrival.residual() : Double.NaN, arrival.weight());
                }
            }
            unnamed += (int) draft.picks.keySet().stream()
                    .filter(id -> !used.contains(id))
                    .count();
            return picks;
        }
        draft.picks.values().forEach(pick -> add(picks, pick, pick.hint, Double.NaN, Double.NaN));
        return picks;
    }

    private void add(List<Pick> picks, PickDraft pick, String phase, double residual, double weight) {
        Instant time = pick.time;
        if (pick.rejected || time == null || pick.station.isEmpty()) {
            rejected++;
            return;
        }
        picks.add(new Pick(pick.network, pick.station, phase, time, pick.uncertainty, residual, weight));
    }

    List<String> notes(List<SeismicEvent> events) {
        List<String> notes = new ArrayList<>();
        note(notes, withoutOrigin, "events have no origin with time, latitude and longitude");
        note(notes, unknownPreferred, "events prefer an origin that is not in the file; their first one is taken");
        note(
                notes,
                otherOrigin,
                "events have arrivals at another origin than the preferred one; they are used without residuals");
        note(notes, withoutPick, "arrivals name a pick that is not in the file and were left out");
        note(notes, unnamed, "picks are named by no arrival of the preferred origin and were left out");
        note(notes, rejected, "picks are marked as rejected, or have no time or station, and were left out");
        double deepest = events.stream()
                .map(SeismicEvent::origin)
                .mapToDouble(o -> o == null || Double.isNaN(o.depthM()) ? 0 : o.depthM())
                .max()
                .orElse(0);
        if (deepest > 0 && deepest <= KILOMETRES_BELOW) {
            notes.add("the deepest event is " + deepest
                    + " m deep: QuakeML has depths in metres, these may be kilometres");
        }
        return notes;
    }

    private static void note(List<String> notes, int count, String what) {
        if (count > 0) {
            notes.add(count + " " + what);
        }
    }
}
