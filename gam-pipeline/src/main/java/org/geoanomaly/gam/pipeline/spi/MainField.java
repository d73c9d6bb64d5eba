package org.geoanomaly.gam.pipeline.spi;

import org.geoanomaly.gam.geophysics.spherical.IgrfField;

/** The Earth's main field, found when first asked for. Thread-safe. */
@FunctionalInterface
public interface MainField {
    /**
     * The field.
     *
     * @throws org.geoanomaly.gam.pipeline.error.DataFetchException if its file cannot be had
     */
    IgrfField get();
}
