package org.geoanomaly.gam.grid.error;

/** Two quantities were combined whose units do not agree. */
public final class UnitMismatchException extends GamException {
    public UnitMismatchException(String message) {
        super(message);
    }

    @Override
    public String code() {
        return "unit";
    }
}
