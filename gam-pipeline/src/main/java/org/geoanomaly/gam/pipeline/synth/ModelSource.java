package org.geoanomaly.gam.pipeline.synth;

import org.geoanomaly.gam.formats.gfc.GfcModel;
import org.geoanomaly.gam.formats.shc.ShcModel;

/** A model file as read, before an epoch is chosen. */
public sealed interface ModelSource {
    /** A gravity field model. */
    record Gravity(GfcModel file) implements ModelSource {}

    /** A magnetic potential model. */
    record Magnetic(ShcModel file) implements ModelSource {}
}
