package org.geoanomaly.gam.pipeline.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Jars of plugins as strangers build them: sources compiled against the program alone, apart from the tests. */
final class PluginJars {
    private static final String IMPORTS = """
            package example;

            import java.nio.file.*;
            import java.util.*;
            import org.geoanomaly.gam.geophysics.operator.RegularMesh;
            import org.geoanomaly.gam.grid.unit.Unit;
            import org.geoanomaly.gam.pipeline.config.*;
            import org.geoanomaly.gam.pipeline.data.*;
            import org.geoanomaly.gam.pipeline.fetch.Expected;
            import org.geoanomaly.gam.pipeline.source.ResolvedSource;
            import org.geoanomaly.gam.pipeline.spi.*;

            """;

    private final Path folder;
    private final Map<String, Path> compiled = new LinkedHashMap<>();

    PluginJars(Path folder) {
        this.folder = folder;
    }

    /** What a visualizer that draws nothing is made of; {@code body} may add to it. */
    static String visualizer(String name, String id, String body) {
        return "public class " + name + " implements Visualizer {\n" + body + """

                    public String id() { return "%s"; }
                    public int spiVersion() { return VERSION; }
                    public List<Path> render(
                            RegionResult result, VisualizationSection settings, Path directory, StageContext context) {
                        return List.of();
                    }
                }
                """.formatted(id);
    }

    /** Compiles classes of package {@code example}, all at once: a start of the compiler costs more than a class. */
    PluginJars compile(Map<String, String> sources) throws IOException {
        Path from = Files.createDirectories(folder.resolve("src/example"));
        Path to = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"), "-d", to.toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = from.resolve(source.getKey() + ".java");
            Files.writeString(file, IMPORTS + source.getValue());
            arguments.add(file.toString());
            compiled.put(source.getKey(), to);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int failed = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK runs the tests")
                .run(null, said, said, arguments.toArray(String[]::new));
        assertThat(failed).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return this;
    }

    /** A jar with some of the compiled classes, their inner ones included, and the services that they are said to be. */
    Path jar(String name, String version, Map<Class<?>, String> services, String... classes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        Path jar = Files.createDirectories(folder.resolve("jars")).resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Map.Entry<Class<?>, String> service : services.entrySet()) {
                out.putNextEntry(
                        new JarEntry("META-INF/services/" + service.getKey().getName()));
                out.write(service.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (String own : classes) {
                try (Stream<Path> files = Files.list(folder.resolve("classes/example"))) {
                    for (Path file1 : files.sorted().toList()) {
                        String entry = file1.getFileName().toString();
                        if (entry.equals(own + ".class") || entry.startsWith(own + "$")) {
                            out.putNextEntry(new JarEntry("example/" + entry));
                            out.write(Files.readAllBytes(file1));
                        }
                    }
                }
            }
        }
        return jar;
    }
}
