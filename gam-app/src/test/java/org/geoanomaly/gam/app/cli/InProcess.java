package org.geoanomaly.gam.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.geoanomaly.gam.app.console.Console;

/** One command line run in this process, as a shell sees it, without a terminal. */
public record InProcess(int code, String out, String err) {
    /** Runs to the exit code. */
    public static InProcess run(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(stream(out), stream(err), false, true, 100);
        int code = Main.run(new Surroundings(console, environment, new StopSignal()), arguments);
        return new InProcess(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }
}
