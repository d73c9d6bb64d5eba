package org.geoanomaly.gam.pipeline.run;

import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.data.Gap;
import org.jspecify.annotations.Nullable;

/** Makes gaps of failures. */
final class Gaps {
    private Gaps() {}

    static Gap of(String what, String stage, GamException failure) {
        return of(what, stage, String.valueOf(failure.getMessage()), failure.help());
    }

    static Gap of(String what, String stage, String message, @Nullable String help) {
        return new Gap(what, stage, help == null ? message : message + "; " + help);
    }
}
