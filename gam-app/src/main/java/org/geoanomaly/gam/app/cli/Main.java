package org.geoanomaly.gam.app.cli;

import picocli.CommandLine;

/** Where the program starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(Surroundings.system(), arguments));
    }

    /** Runs one command line to its exit code; never throws. */
    static int run(Surroundings surroundings, String... arguments) {
        CommandLine commandLine = Commands.commandLine(surroundings);
        try {
            return commandLine.execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            return new ErrorReport(surroundings.console()).failure(e, Commands.verbose(commandLine));
        } finally {
            surroundings.console().flush();
        }
    }
}
