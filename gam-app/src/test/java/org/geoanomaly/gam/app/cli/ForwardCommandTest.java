package org.geoanomaly.gam.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.geoanomaly.gam.app.console.Console;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gam forward} as a user types it. */
class ForwardCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(
                folder.resolve("model.yaml"),
                "spheres: [{easting: 0, northing: 0, depth: 100, radius: 10, density: 1000}]\n");
        Files.writeString(folder.resolve("points.csv"), "easting,northing,height\n0,0,0\n50,0,10\n");
    }

    @Test
    void dry_run_reads_but_does_not_write() {
        Path answer = folder.resolve("answer.csv");
        assertThat(forward("--field", "gz,gzz", "--dry-run", "-o", answer.toString()))
                .isZero();
        assertThat(text(out)).isEqualToIgnoringNewLines("would compute gz, gzz at 2 points and write " + answer);
        assertThat(answer).doesNotExist();
    }

    @Test
    void json_holds_the_values_of_the_table() {
        assertThat(forward("--field", "gz")).isZero();
        String second = text(out).lines().toList().get(2);
        double gz = Double.parseDouble(second.substring(second.lastIndexOf(',') + 1));
        out.reset();
        assertThat(forward("--field", "gz", "--json")).isZero();
        String json = text(out).trim();
        assertThat(json).contains("\"points\":2").endsWith("]]}");
        String last = json.substring(json.lastIndexOf(',') + 1, json.length() - 3);
        assertThat(Double.parseDouble(last)).isEqualTo(gz);
    }

    @Test
    void travel_times_are_refused_with_the_reason() {
        assertThat(forward("--field", "time")).isEqualTo(2);
        assertThat(text(err)).contains("travel times need a velocity");
    }

    private int forward(String... more) {
        String[] all = new String[more.length + 3];
        all[0] = "forward";
        all[1] = folder.resolve("model.yaml").toString();
        all[2] = folder.resolve("points.csv").toString();
        System.arraycopy(more, 0, all, 3, more.length);
        Console console = new Console(stream(out), stream(err), false, true, 100);
        return Main.run(new Surroundings(console, Map.of(), new StopSignal()), all);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
