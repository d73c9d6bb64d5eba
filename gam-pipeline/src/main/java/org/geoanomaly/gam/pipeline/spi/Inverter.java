package org.geoanomaly.gam.pipeline.spi;

import java.util.Set;
import org.geoanomaly.gam.pipeline.data.PropertyModel;

/** Finds a physical property below observations of its modalities, with its uncertainty. */
public interface Inverter extends Plugin {
    /** What it can work on. */
    Set<String> modalities();

    /**
     * Bytes that {@link #invert} will need at most, besides its input: asked before the start, so that a mesh can be chosen that fits.
     */
    long memory(InversionRequest request);

    /**
     * The model. Not converging is a value in it, not a failure.
     *
     * @throws org.geoanomaly.gam.grid.error.GamException if the observations cannot be inverted
     */
    PropertyModel invert(InversionRequest request, StageContext context) throws InterruptedException;
}
