package org.geoanomaly.gam.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process, as a distribution without sources: a copy beside a {@code lib} folder, so that no build starts inside a build. */
class LauncherTest {

    @TempDir
    static Path folder = Path.of("");

    private static Path home = Path.of("");

    @BeforeAll
    static void unpack() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the launcher needs a POSIX shell");
        home = Files.createDirectories(folder.resolve("a b"));
        Files.copy(Path.of(System.getProperty("gam.root", ".."), "gam"), home.resolve("gam"));
        assertThat(home.resolve("gam").toFile().setExecutable(true)).isTrue();
        Path lib = Files.createDirectories(home.resolve("lib"));
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
            if (entry.endsWith(".jar")) {
                Files.copy(Path.of(entry), lib.resolve(Path.of(entry).getFileName()));
            } else if (entry.endsWith("classes") && Files.isDirectory(Path.of(entry))) {
                jar(Path.of(entry), lib.resolve("classes" + number++ + ".jar"));
            }
        }
    }

    @Test
    void runs_from_a_path_with_spaces_through_a_link_in_any_folder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a b", "gam"));
        Outcome outcome = run(List.of(link.toString(), "--version"), Map.of());
        assertThat(outcome.err).isEmpty();
        assertThat(outcome.out).startsWith("gam ");
        assertThat(outcome.code).isZero();
        assertThat(run(List.of(link.toString(), "--version"), Map.of()).err)
                .as("second start")
                .isEmpty();
    }

    @Test
    void passes_exit_codes_and_arguments_on() throws Exception {
        Outcome outcome =
                run(List.of(home.resolve("gam").toString(), "check", "--set", "core.output_dir=a  b*"), Map.of());
        assertThat(outcome.out).contains("output_dir: \"a  b*\"");
        assertThat(run(List.of(home.resolve("gam").toString(), "chek"), Map.of()).code)
                .isEqualTo(2);
    }

    @Test
    void says_what_to_do_about_a_wrong_java_home() throws Exception {
        Outcome outcome = run(List.of(home.resolve("gam").toString(), "--version"), Map.of("JAVA_HOME", "/nowhere"));
        assertThat(outcome.code).isEqualTo(1);
        assertThat(outcome.err).contains("JAVA_HOME is /nowhere").contains("help: set JAVA_HOME");
    }

    @Test
    void refuses_a_java_that_is_too_old() throws Exception {
        Path old = Files.createDirectories(folder.resolve("jdk11/bin"));
        Files.writeString(old.resolve("java"), "#!/bin/sh\n");
        assertThat(old.resolve("java").toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("jdk11/release"), "JAVA_VERSION=\"11.0.2\"\n");
        Outcome outcome = run(
                List.of(home.resolve("gam").toString(), "--version"),
                Map.of("JAVA_HOME", folder.resolve("jdk11").toString()));
        assertThat(outcome.code).isEqualTo(1);
        assertThat(outcome.err).contains("Java 11.0.2").contains("too old");
    }

    private record Outcome(int code, String out, String err) {}

    private Outcome run(List<String> command, Map<String, String> environment) throws Exception {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
        return new Outcome(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(
                        new java.util.zip.ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }
}
