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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Command lines run in this process: exit code, standard output, standard error. */
class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void version_is_one_line() {
        assertThat(run("--version")).isZero();
        assertThat(text(out)).matches("gam \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @Test
    void no_command_and_help_show_the_commands_and_the_exit_codes() {
        assertThat(run()).isZero();
        assertThat(text(out))
                .contains("check ", "doctor ", "info ", "Start here")
                .contains("0 ok  1 failed  2 usage  3 partial  4 invalid output  130 stopped");
        String plain = text(out);
        out.reset();
        assertThat(run("--help")).isZero();
        assertThat(text(out)).isEqualTo(plain);
    }

    @Test
    void every_command_has_help_with_examples() {
        for (String command : new String[] {"forward", "check", "doctor", "info", "completion", "help"}) {
            out.reset();
            assertThat(run("help", command)).isZero();
            assertThat(text(out)).contains("Usage: gam " + command, "Examples", "  gam " + command, "--set");
        }
    }

    @Test
    void unknown_command_option_and_argument_are_usage_errors() {
        assertThat(run("chek")).isEqualTo(2);
        assertThat(run("check", "--jsn")).isEqualTo(2);
        assertThat(run("check", "a.yaml", "b.yaml")).isEqualTo(2);
        assertThat(run("help", "doctr")).isEqualTo(2);
        assertThat(text(err)).isEqualTo("""
                        error[usage]: unknown command 'chek'   help: did you mean 'check'?
                        error[usage]: unknown option '--jsn'   help: did you mean '--json'?
                        error[usage]: one argument too many: 'b.yaml'   help: gam help check
                        error[usage]: unknown command 'doctr'   help: did you mean 'doctor'?
                        """);
        assertThat(text(out)).isEmpty();
    }

    @Test
    void forward_adds_a_column_to_the_points() throws IOException {
        Path model = Files.writeString(
                folder.resolve("model.yaml"),
                "spheres: [{easting: 0, northing: 0, depth: 1000, radius: 100, density: 500}]\n");
        Path points = Files.writeString(folder.resolve("points.csv"), "easting,northing,height\n0,0,0\n");
        assertThat(run("forward", model.toString(), points.toString(), "--field", "gz"))
                .isZero();
        assertThat(text(out))
                .startsWith("easting,northing,height,gz\n0,0,0,1.39")
                .endsWith("e-02\n");
        assertThat(run("forward", model.toString(), points.toString(), "--field", "gx"))
                .isEqualTo(2);
        assertThat(text(err)).contains("no field is called 'gx'");
    }

    @Test
    void wrong_configuration_is_shown_in_place() throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), """
                # a comment
                data:
                  bbox: [40.0, 30.0, 120.0, 130.0]
                core:
                  tile_sizes: 10
                """);
        assertThat(run("check", file.toString())).isEqualTo(2);
        assertThat(text(err).replace(file.toString(), "config.yaml")).isEqualTo("""
                error[config]: data.bbox: south 40.0 is not below north 30.0
                  --> config.yaml:3
                    3 |   bbox: [40.0, 30.0, 120.0, 130.0]
                      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^ order is south, north, west, east
                  help: did you mean [30.0, 40.0, 120.0, 130.0]?
                error[config]: unknown key 'core.tile_sizes'
                  --> config.yaml:5
                    5 |   tile_sizes: 10
                      |   ^^^^^^^^^^
                  help: did you mean 'tile_size'?
                """);
    }

    @Test
    void check_prints_what_is_in_force_and_where_it_came_from() throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), "core: {seed: 7}\n");
        assertThat(run("check", file.toString(), "--set", "core.tile_size=5")).isZero();
        assertThat(text(out).lines())
                .anyMatch(line -> line.matches("  seed: 7 +# " + java.util.regex.Pattern.quote(file + ":1")))
                .anyMatch(line -> line.matches("  tile_size: 5 +# --set core.tile_size=5"))
                .anyMatch(line -> line.matches("  engine: local +# default"));
    }

    @Test
    void quiet_check_says_it_with_the_exit_code_alone() {
        assertThat(run("check", "-q")).isZero();
        assertThat(run("-q", "check")).isZero();
        assertThat(text(out) + text(err)).isEmpty();
    }

    @Test
    void json_goes_to_standard_output_alone() {
        assertThat(run("check", "--json")).isZero();
        assertThat(text(out)).startsWith("{\"config\":{\"core\":{").contains("\"origin\":\"default\"");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void common_options_stand_before_or_after_the_command() {
        assertThat(run("--set", "core.seed=1", "check", "--set", "core.tile_size=3"))
                .isZero();
        assertThat(text(out)).contains("seed: 1 ", "tile_size: 3 ");
    }

    @Test
    void info_says_what_is_missing_or_wrong() throws IOException {
        Path nowhere = folder.resolve("nowhere.tif");
        assertThat(run("info", nowhere.toString())).isEqualTo(1);
        assertThat(run("info", folder.toString())).isEqualTo(1);
        assertThat(text(err)).contains("no such file: " + nowhere).contains(folder + " is a directory");
        Path archive = Files.writeString(folder.resolve("short.pmtiles"), "PMTiles");
        Path notes = Files.writeString(folder.resolve("notes.txt"), "hello");
        err.reset();
        assertThat(run("info", archive.toString())).isEqualTo(1);
        assertThat(text(err)).startsWith("error[format]: " + archive);
        assertThat(run("info", notes.toString())).isZero();
        assertThat(text(out)).startsWith(notes + ": ").contains("  ! ");
    }

    @Test
    void info_knows_a_configuration() throws IOException {
        Path config = Files.writeString(folder.resolve("c.yaml"), "core: {seed: 1}\n");
        assertThat(run("info", config.toString())).isZero();
        assertThat(text(out)).contains("a configuration, 1 values given");
    }

    @Test
    void doctor_is_ready_with_warnings_and_not_ready_without_an_output_directory() throws IOException {
        assertThat(run(
                        "doctor",
                        "--set",
                        "core.output_dir=" + folder,
                        "--set",
                        "data.mirrors=[" + folder.resolve("no") + "]"))
                .isZero();
        assertThat(text(out)).contains("ready, 1 warning");
        Path file = Files.writeString(folder.resolve("file"), "");
        out.reset();
        assertThat(run("doctor", "--set", "core.output_dir=" + file)).isEqualTo(1);
        assertThat(text(out)).contains("is a file, not a directory").contains("not ready");
    }

    @Test
    void completion_knows_the_commands() {
        assertThat(run("completion", "bash")).isZero();
        assertThat(text(out)).contains("complete -F", "doctor", "--no-progress");
        assertThat(run("completion", "fish")).isEqualTo(2);
    }

    private int run(String... arguments) {
        Console console = new Console(stream(out), stream(err), false, true, 100);
        return Main.run(new Surroundings(console, Map.of(), new StopSignal()), arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
