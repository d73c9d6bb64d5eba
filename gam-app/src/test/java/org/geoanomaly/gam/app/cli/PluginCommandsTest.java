package org.geoanomaly.gam.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.geoanomaly.gam.pipeline.spi.Visualizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins as seen from the command line. */
class PluginCommandsTest {
    private static final String SOURCE = """
            package example;
            import java.nio.file.Path;
            import java.util.List;
            import org.geoanomaly.gam.pipeline.config.*;
            import org.geoanomaly.gam.pipeline.data.RegionResult;
            import org.geoanomaly.gam.pipeline.spi.*;
            public final class Counter implements Visualizer {
                public record Options(@Key(min = 1, max = 9) int digits) {}
                public String id() { return "counter"; }
                public int spiVersion() { return VERSION; }
                public Record options() { return new Options(3); }
                public List<Path> render(RegionResult r, VisualizationSection s, Path d, StageContext c) { return List.of(); }
            }
            """;

    @TempDir
    private static Path folder;

    private static Path jar;
    private static Path broken;

    @BeforeAll
    static void jars() throws IOException {
        Path source = Files.createDirectories(folder.resolve("example")).resolve("Counter.java");
        Files.writeString(source, SOURCE);
        String classPath = System.getProperty("java.class.path");
        int failed = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK runs the tests")
                .run(null, null, null, "-proc:none", "-cp", classPath, source.toString());
        assertThat(failed).isZero();
        jar = Files.createDirectories(folder.resolve("more")).resolve("counter.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("META-INF/services/" + Visualizer.class.getName()));
            out.write("example.Counter".getBytes(StandardCharsets.UTF_8));
            for (String name : new String[] {"example/Counter.class", "example/Counter$Options.class"}) {
                out.putNextEntry(new JarEntry(name));
                out.write(Files.readAllBytes(folder.resolve(name)));
            }
        }
        broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
    }

    private static InProcess gam(String... arguments) {
        return InProcess.run(Map.of(), arguments);
    }

    private static String path(Path... entries) {
        StringBuilder path = new StringBuilder();
        for (Path entry : entries) {
            path.append(path.isEmpty() ? "" : java.io.File.pathSeparator).append(entry);
        }
        return path.toString();
    }

    @Test
    void sources_lists_what_is_there_and_what_is_not() {
        InProcess listed = gam("sources", "list", "--plugin-path", path(folder.resolve("more"), broken));
        assertThat(listed.code()).isZero();
        assertThat(listed.out())
                .containsPattern("inverter +tomography +seismic +\\S+ +built-in")
                .containsPattern("visualizer +counter +- +- +" + jar)
                .contains("not loaded: " + broken + ": is not a jar", "copy or build it again");
        assertThat(listed.err()).isEmpty();
        InProcess json = gam("sources", "plugins", "--json", "--plugin-path", path(jar, broken));
        assertThat(json.out())
                .contains("{\"id\":\"counter\",\"kind\":\"visualizer\",\"modalities\":[],\"origin\":\"" + jar + "\"")
                .contains("\"refused\":[{\"help\":\"copy or build it again\",\"path\":\"" + broken + "\"");
    }

    @Test
    void doctor_names_them_and_is_ready_without_a_broken_one() {
        InProcess seen = gam("doctor", "--plugin-path", path(jar, broken), "--set", "core.output_dir=" + folder);
        assertThat(seen.out())
                .contains("built-in", "plugin     " + jar + ": visualizer 'counter'")
                .contains("! plugin     " + broken + ": is not a jar");
        assertThat(seen.code()).isZero();
    }

    @Test
    void check_shows_their_options_and_refuses_wrong_ones() {
        InProcess shown = gam("check", "--plugin-path", path(jar), "--set", "plugins.visualizers.counter.digits=7");
        assertThat(shown.out()).containsPattern("digits: 7 +# --set");
        InProcess wrong = gam("check", "--plugin-path", path(jar), "--set", "plugins.visualizers.counter.digits=70");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("plugins.visualizers.counter.digits: must be between 1 and 9, found 70");
    }

    @Test
    void a_run_goes_on_without_a_broken_one_and_stops_with_1_where_it_is_needed() {
        String bbox = "--bbox=42,43,-37,-36";
        InProcess without = gam("run", "--dry-run", bbox, "--plugin-path", path(broken));
        assertThat(without.code()).isZero();
        assertThat(without.err()).contains(broken + ": is not a jar (copy or build it again)");
        InProcess needed =
                gam("run", "--dry-run", bbox, "--plugin-path", path(broken), "--set", "visualization.map_type=counter");
        assertThat(needed.code()).isEqualTo(1);
        assertThat(needed.err())
                .contains("error[plugin]: visualization.map_type: there is no 'counter'")
                .contains("it may be of a plugin that could not be loaded: " + broken + ": is not a jar");
        InProcess absent = gam("run", "--dry-run", bbox, "--set", "visualization.map_type=counter");
        assertThat(absent.code()).isEqualTo(2);
    }
}
