package org.geoanomaly.gam.pipeline.keep;

import org.geoanomaly.gam.grid.error.GamException;

/** A kept product that cannot be used; it is made again. */
final class StaleProductException extends GamException {
    private static final long serialVersionUID = 1;

    StaleProductException(String message) {
        super(message);
    }
}
