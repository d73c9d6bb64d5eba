package org.geoanomaly.gam.pipeline.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.pipeline.error.PluginException;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.Visualizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can be wrong with a jar: one sentence each, which says which jar, which class and what, and all other plugins work. */
class HostilePluginsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    private static Path folder;

    private static PluginJars jars;

    @BeforeAll
    static void strangers() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("Good", PluginJars.visualizer("Good", "good", ""));
        sources.put("Same", PluginJars.visualizer("Same", "good", ""));
        sources.put("Usurper", PluginJars.visualizer("Usurper", "2d", ""));
        sources.put(
                "Newer", PluginJars.visualizer("Newer", "newer", "").replace("return VERSION;", "return VERSION + 1;"));
        sources.put(
                "Throws",
                PluginJars.visualizer(
                        "Throws", "throws", "public Throws() { throw new IllegalStateException(\"no licence\"); }"));
        sources.put(
                "Hangs",
                PluginJars.visualizer(
                        "Hangs",
                        "hangs",
                        "public Hangs() { while (true) { try { Thread.sleep(1000); } catch (InterruptedException e) { } } }"));
        sources.put(
                "Static",
                PluginJars.visualizer("Static", "static", "static int n = Integer.parseInt(\"not a number\");"));
        sources.put("Library", "public class Library { public static int answer() { return 42; } }");
        sources.put("Needs", PluginJars.visualizer("Needs", "needs", "private Library library = new Library();"));
        sources.put(
                "Extends",
                PluginJars.visualizer("Extends", "extends", "")
                        .replace("Extends implements", "Extends extends Library implements"));
        sources.put("Private", PluginJars.visualizer("Private", "private", "private Private() {}"));
        sources.put(
                "Recursive", PluginJars.visualizer("Recursive", "recursive", "int n() { return n() + 1; } { n(); }"));
        sources.put("BadId", PluginJars.visualizer("BadId", "Not An Id", ""));
        sources.put(
                "BadOptions",
                PluginJars.visualizer(
                        "BadOptions",
                        "bad-options",
                        "public record O(Thread worker) {}\npublic Record options() { return new O(null); }"));
        sources.put(
                "Peeks",
                PluginJars.visualizer(
                        "Peeks", "peeks", "{ new org.geoanomaly.gam.pipeline.visual.map.MapVisualizer(); }"));
        jars = new PluginJars(folder).compile(sources);
    }

    private static Path visualizer(String file, String type, String... classes) throws IOException {
        return jars.jar(file, "1.2", Map.of(Visualizer.class, "# ours\nexample." + type + "\n"), classes);
    }

    private static Plugins load(Path... path) {
        return Plugins.load(HostilePluginsTest.class.getClassLoader(), List.of(), Arrays.asList(path), PATIENCE);
    }

    /** The one problem of a jar beside a good one, which works. */
    private static String problem(Path jar) throws IOException {
        Plugins plugins = load(visualizer("good.jar", "Good", "Good"), jar);
        assertThat(plugins.visualizer("good").id()).isEqualTo("good");
        assertThat(plugins.visualizer("2d").id()).isEqualTo("2d");
        assertThat(plugins.problems()).hasSize(1);
        PluginProblem problem = plugins.problems().get(0);
        assertThat(problem.jar()).isEqualTo(jar);
        assertThat(problem.help()).isNotBlank();
        assertThat(problem.line()).startsWith(jar + ": ").doesNotContain("\n");
        return problem.message();
    }

    private static String problemOf(String type) throws IOException {
        return problem(visualizer(type + ".jar", type, type));
    }

    @Test
    void a_good_one_has_its_origin() throws IOException {
        Path jar = visualizer("good.jar", "Good", "Good");
        Plugins plugins = load(jar);
        PluginOrigin origin = plugins.origin(plugins.visualizer("good"));
        assertThat(origin.where()).isEqualTo(jar.toString());
        assertThat(origin.version()).isEqualTo("1.2");
        assertThat(plugins.identity(plugins.visualizer("good"))).matches("good@[0-9a-f]{64}");
        assertThat(plugins.identity(plugins.visualizer("2d"))).isEqualTo("2d");
        assertThat(plugins.problems()).isEmpty();
    }

    @Test
    void a_directory_is_read_in_the_order_of_names_and_need_not_exist() throws IOException {
        Path good = visualizer("good.jar", "Good", "Good");
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Files.copy(good, plugins.resolve("b.jar"));
        Files.writeString(plugins.resolve("README.txt"), "no plugin");
        Plugins loaded = Plugins.load(
                getClass().getClassLoader(), List.of(folder.resolve("absent"), plugins), List.of(), PATIENCE);
        assertThat(loaded.origin(loaded.visualizer("good")).shortName()).isEqualTo("b.jar");
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void a_path_that_is_not_there() {
        Plugins plugins = load(folder.resolve("nowhere.jar"));
        assertThat(plugins.problems().get(0).line()).contains("nowhere.jar: there is no such jar or directory");
    }

    @Test
    void the_id_of_a_built_in_one() throws IOException {
        assertThat(problemOf("Usurper"))
                .contains("example.Usurper and org.geoanomaly.gam.pipeline.visual.map.MapVisualizer of the program")
                .endsWith("both called visualizer '2d'; the program's own is used");
    }

    @Test
    void two_jars_with_one_id_leave_neither() throws IOException {
        Path one = visualizer("one.jar", "Good", "Good");
        Path two = visualizer("two.jar", "Same", "Same");
        Plugins plugins = load(one, two);
        assertThat(plugins.problems()).extracting(PluginProblem::jar).containsExactly(one, two);
        assertThat(plugins.problems().get(0).message())
                .isEqualTo("example.Good and example.Same of " + two
                        + " are both called visualizer 'good'; neither is used");
        assertThatThrownBy(() -> plugins.visualizer("good"))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("there is no 'good'")
                .hasMessageContaining("two.jar");
    }

    @Test
    void another_version_of_the_interfaces() throws IOException {
        assertThat(problemOf("Newer"))
                .matches(
                        "example.Newer was made for version (\\d+) of the plugin interfaces, this program has version \\d+");
    }

    @Test
    void a_constructor_that_throws() throws IOException {
        assertThat(problemOf("Throws"))
                .isEqualTo("example.Throws failed in its constructor: IllegalStateException: no licence");
    }

    @Test
    void a_constructor_that_hangs_costs_its_time_and_no_more() throws IOException {
        Path jar = visualizer("Hangs.jar", "Hangs", "Hangs");
        Plugins plugins = Plugins.load(getClass().getClassLoader(), List.of(), List.of(jar), Duration.ofMillis(300));
        assertThat(plugins.problems().get(0).message())
                .isEqualTo("example.Hangs was not ready after 0.3 s: its constructor or static initialiser hangs");
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(t -> t.getName().equals("plugin example.Hangs"))
                .allMatch(Thread::isDaemon)
                .isNotEmpty();
    }

    @Test
    void a_static_initialiser_that_throws() throws IOException {
        assertThat(problemOf("Static"))
                .startsWith("example.Static failed in its static initialiser: NumberFormatException: For input string");
    }

    @Test
    void a_library_that_is_not_in_the_jar() throws IOException {
        String missing = "the class example.Library is missing";
        assertThat(problemOf("Needs")).isEqualTo("example.Needs failed in its constructor: " + missing);
        assertThat(problemOf("Extends")).contains("example.Extends").contains("example.Library");
    }

    @Test
    void what_is_not_promised_is_not_seen() throws IOException {
        assertThat(problemOf("Peeks"))
                .endsWith("the class org.geoanomaly.gam.pipeline.visual.map.MapVisualizer is missing");
    }

    @Test
    void no_public_constructor() throws IOException {
        assertThat(problemOf("Private")).startsWith("example.Private has no public constructor without parameters");
    }

    @Test
    void endless_recursion_while_it_is_made() throws IOException {
        assertThat(problemOf("Recursive")).contains("endless recursion");
    }

    @Test
    void an_id_that_is_none() throws IOException {
        assertThat(problemOf("BadId")).isEqualTo("example.BadId calls itself 'Not An Id', which is no id");
    }

    @Test
    void options_that_no_yaml_can_say() throws IOException {
        assertThat(problemOf("BadOptions"))
                .startsWith("example.BadOptions cannot be configured: its option 'worker' is a java.lang.Thread");
    }

    @Test
    void a_service_that_is_not_in_the_jar() throws IOException {
        assertThat(problem(visualizer("absent.jar", "Absent", "Library")))
                .isEqualTo("example.Absent is named under META-INF/services, and is not in the jar");
    }

    @Test
    void a_service_of_another_type() throws IOException {
        Path jar = jars.jar("type.jar", "1", Map.of(Inverter.class, "example.Same"), "Same");
        assertThat(problem(jar)).isEqualTo("example.Same is no Inverter, though META-INF/services says so");
    }

    @Test
    void no_services() throws IOException {
        assertThat(problem(jars.jar("none.jar", "1", Map.of(), "Library"))).startsWith("names no plugin");
    }

    @Test
    void not_a_jar_and_half_a_jar() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "<html>404</html>");
        assertThat(problem(text)).isEqualTo("is not a jar");
        assertThat(problem(Files.writeString(folder.resolve("empty.jar"), ""))).isEqualTo("is not a jar");
        byte[] whole = Files.readAllBytes(visualizer("whole.jar", "Good", "Good"));
        for (int part = 1; part < 8; part++) {
            Path half = Files.write(folder.resolve("half.jar"), Arrays.copyOf(whole, whole.length * part / 8));
            assertThat(problem(half)).startsWith("is a damaged jar, perhaps cut short");
        }
    }

    @Test
    void a_damaged_class() throws IOException {
        Path whole = visualizer("damaged.jar", "Good");
        Path jar = folder.resolve("damaged2.jar");
        Files.copy(whole, jar);
        try (var zip = java.nio.file.FileSystems.newFileSystem(jar)) {
            Files.createDirectories(zip.getPath("example"));
            Files.write(zip.getPath("example/Good.class"), "no class".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(problem(jar)).startsWith("example.Good ClassFormatError");
    }
}
