package org.geoanomaly.gam.formats.seismic.quakeml;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A pick as it stands in the file, perhaps incomplete. */
final class PickDraft {
    final String id;

    @Nullable
    Instant time;

    double uncertainty = Double.NaN;
    String network = "";
    String station = "";
    String hint = "";
    boolean rejected;

    PickDraft(String id) {
        this.id = id;
    }
}
