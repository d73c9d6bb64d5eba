package org.geoanomaly.gam.app.cli;

import java.util.Locale;

/**
 * One thing that was looked at.
 *
 * @param help what to do, empty if nothing
 */
record Finding(State state, String what, String detail, String help) {
    /** How it stands. */
    enum State {
        OK,
        WARNING,
        FAILED,
        /** Not there, and not needed. */
        ABSENT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String what, String detail) {
        return new Finding(State.OK, what, detail, "");
    }

    static Finding warning(String what, String detail, String help) {
        return new Finding(State.WARNING, what, detail, help);
    }

    static Finding failed(String what, String detail, String help) {
        return new Finding(State.FAILED, what, detail, help);
    }

    static Finding absent(String what, String detail) {
        return new Finding(State.ABSENT, what, detail, "");
    }
}
