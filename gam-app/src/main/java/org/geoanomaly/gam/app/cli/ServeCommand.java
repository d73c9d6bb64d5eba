package org.geoanomaly.gam.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.geoanomaly.gam.app.viewer.CrossOrigin;
import org.geoanomaly.gam.app.viewer.ViewerServer;
import org.geoanomaly.gam.grid.error.GamException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gam serve}: look at a product in the browser. */
@Command(
        name = "serve",
        description = "look at it: map on http://127.0.0.1:8080",
        footer = {
            "",
            "Examples",
            "  gam serve                          the default output directory",
            "  gam serve demo --port 8090         another directory and port",
            "To publish, copy DIR/site to any static host that answers Range requests.",
        })
final class ServeCommand extends GamCommand {
    private static final long POLL_MILLIS = 200;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "what a run wrote; core.output_dir if absent")
    private @Nullable Path dir;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "default ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "address to listen on, default ${DEFAULT-VALUE}: this machine only")
    private String host = "127.0.0.1";

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN",
            description = "let pages of this origin read it, * for all; default none")
    private @Nullable String cors;

    @Option(names = "--open", description = "open the page in the desktop's browser")
    private boolean open;

    ServeCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        Path root = dir != null ? dir : config().config().core().outputDir();
        if (!Files.isDirectory(root)) {
            throw new GamException(
                    "there is no directory " + root, "make it first: gam global --demo --output " + root, null);
        }
        StopSignal stop = stopSignal("closing");
        try (ViewerServer server = ViewerServer.start(root, host, port, new CrossOrigin(cors))) {
            print("GAM viewer  " + server.uri());
            print("  ^C to stop.  To publish: copy " + root.resolve("site")
                    + " to any static host that answers Range requests.");
            console().out().flush();
            if (open) {
                browse(server.uri().toString());
            }
            while (!stop.getAsBoolean()) {
                Thread.sleep(POLL_MILLIS);
            }
        }
        return ExitCode.OK;
    }

    private void browse(String uri) {
        String os = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
        String[] command = os.contains("mac")
                ? new String[] {"open", uri}
                : os.contains("win") ? new String[] {"cmd", "/c", "start", uri} : new String[] {"xdg-open", uri};
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            console().err().println("warning: no browser could be started; open the address by hand");
        }
    }
}
