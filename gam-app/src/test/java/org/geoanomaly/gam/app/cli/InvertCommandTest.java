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

/** {@code gam invert} as a user types it. */
class InvertCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    /** The field of a point mass of 1e10 kg at (250, 250), 150 m deep, on a grid of 5 × 5. */
    private Path data() throws IOException {
        StringBuilder text = new StringBuilder("easting,northing,height,value,uncertainty\n");
        for (int j = 0; j < 5; j++) {
            for (int i = 0; i < 5; i++) {
                double x = 100.0 * i - 200;
                double y = 100.0 * j - 200;
                double r = Math.sqrt(x * x + y * y + 150 * 150);
                double gz = 1e5 * 6.6743e-11 * 1e10 * 150 / (r * r * r);
                text.append(250 + x)
                        .append(',')
                        .append(250 + y)
                        .append(",0,")
                        .append(gz)
                        .append(",0.05\n");
            }
        }
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    @Test
    void first_arrivals_become_a_section() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int s = 1; s <= 11; s += 5) {
            for (int g = 1; g <= 11; g++) {
                if (s != g) {
                    rows.append(s)
                            .append(' ')
                            .append(g)
                            .append(' ')
                            .append(Math.abs(s - g) * 2 / 800.0)
                            .append('\n');
                }
            }
        }
        StringBuilder text = new StringBuilder("11 # sensors\n#x z\n");
        for (int i = 0; i < 11; i++) {
            text.append(2 * i).append(" 0\n");
        }
        text.append("30 # measurements\n#s g t\n").append(rows);
        Path data = Files.writeString(folder.resolve("profile.sgt"), text);
        Path output = folder.resolve("out");
        String[] arguments = {
            "invert", data.toString(), "--field", "time", "--uncertainty", "0.001", "-o", output.toString()
        };
        assertThat(run(arguments)).isZero();
        assertThat(text(out)).startsWith("converged: chi2/N ").contains("rms");
        assertThat(output.resolve("section.png")).isNotEmptyFile();
        assertThat(output.resolve("inversion.json")).isNotEmptyFile();
    }

    @Test
    void a_broken_profile_and_options_that_do_not_fit_are_told() throws IOException {
        Path data = Files.writeString(folder.resolve("broken.sgt"), "3 # sensors\n0 0\n1 0\n");
        Path output = folder.resolve("out");
        assertThat(run("invert", data.toString(), "--field", "time", "-o", output.toString()))
                .isEqualTo(1);
        assertThat(text(err)).contains("broken.sgt", "truncated");
        assertThat(output).doesNotExist();
        String[] arguments = {"invert", data.toString(), "--field", "time", "--cells", "2,2,2", "-o", output.toString()
        };
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(text(err)).contains("--cells does not go with --field time");
        assertThat(run("invert", data.toString(), "-o", output.toString())).isEqualTo(2);
        assertThat(text(err)).contains("'--cells=N', '--spacing=M'");
    }

    @Test
    void data_become_a_model() throws IOException {
        Path output = folder.resolve("out");
        assertThat(run(
                        "invert",
                        data().toString(),
                        "--cells",
                        "5,5,4",
                        "--spacing",
                        "100,100,100",
                        "--sigma",
                        "--samples",
                        "4",
                        "-o",
                        output.toString()))
                .isZero();
        assertThat(text(out)).startsWith("converged: chi2/N ").contains("operator fft");
        assertThat(output.resolve("model.csv")).isNotEmptyFile();
        assertThat(output.resolve("inversion.json")).isNotEmptyFile();
    }

    @Test
    void mistakes_are_usage_errors() throws IOException {
        String file = data().toString();
        String output = folder.resolve("out").toString();
        assertThat(run("invert", file, "--cells", "5,5", "--spacing", "100,100,100", "-o", output))
                .isEqualTo(2);
        assertThat(run("invert", file, "--cells", "5,5,4", "--spacing", "100,100,0", "-o", output))
                .isEqualTo(2);
        assertThat(run("invert", file, "--cells", "5,5,4", "--spacing", "1,1,1", "--norms", "3,2,2,2", "-o", output))
                .isEqualTo(2);
        assertThat(text(err))
                .contains("--cells takes 3 numbers separated by commas, not 2")
                .contains("cells of 100.0 x 100.0 x 0.0 m are not possible")
                .contains("a norm lies between 0 and 2, not 3.0");
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
