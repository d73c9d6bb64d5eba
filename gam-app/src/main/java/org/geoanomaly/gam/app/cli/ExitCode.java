package org.geoanomaly.gam.app.cli;

/** How the program ends. */
public enum ExitCode {
    OK(0, "ok"),
    FAILED(1, "failed"),
    USAGE(2, "usage"),
    PARTIAL(3, "partial"),
    INVALID_OUTPUT(4, "invalid output"),
    INTERRUPTED(130, "stopped");

    private final int code;
    private final String word;

    ExitCode(int code, String word) {
        this.code = code;
        this.word = word;
    }

    public int code() {
        return code;
    }

    String word() {
        return word;
    }
}
