package org.geoanomaly.gam.formats.seismic.quakeml;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An origin as it stands in the file, perhaps incomplete. */
final class OriginDraft {
    final String id;

    @Nullable
    Instant time;

    double latitude = Double.NaN;
    double longitude = Double.NaN;
    double depth = Double.NaN;
    String author = "";
    final List<Arrival> arrivals = new ArrayList<>();

    OriginDraft(String id) {
        this.id = id;
    }

    /** What the locator made of a pick. */
    record Arrival(String pick, String phase, double residual, double weight) {}
}
