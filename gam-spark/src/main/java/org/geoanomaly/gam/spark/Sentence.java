package org.geoanomaly.gam.spark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a user should read of Spark's messages, which hold stack traces. */
final class Sentence {
    private static final Pattern TASK =
            Pattern.compile("Task (\\d+) in stage .*? failed \\d+ times, most recent failure: (.*)", Pattern.DOTALL);
    private static final Pattern THROWN = Pattern.compile("(?:[\\w$]+\\.)+[\\w$]*(?:Exception|Error): (.*)");

    private Sentence() {}

    /** The first line. */
    static String of(String message) {
        return message.lines().findFirst().orElse("").strip();
    }

    /** The index of the task that ended a job, or -1. */
    static int task(String message) {
        Matcher m = TASK.matcher(message);
        return m.find() ? Integer.parseInt(m.group(1)) : -1;
    }

    /** Why the last attempt of that task failed. */
    static String cause(String message) {
        Matcher m = TASK.matcher(message);
        String last = of(m.find() ? m.group(2) : message);
        Matcher thrown = THROWN.matcher(last);
        return thrown.find() ? thrown.group(1) : last;
    }
}
