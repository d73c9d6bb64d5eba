package org.geoanomaly.gam.pipeline.run;

import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.data.Gap;

/** Makes gaps of failures. */
final class Gaps {
    private Gaps() {}

    static Gap of(String what, String stage, GamException failure) {
        String help = failure.help();
        return new Gap(what, stage, help == null ? failure.getMessage() + "" : failure.getMessage() + "; " + help);
    }
}
