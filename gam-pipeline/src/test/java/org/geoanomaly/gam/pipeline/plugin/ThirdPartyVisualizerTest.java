package org.geoanomaly.gam.pipeline.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.geoanomaly.gam.pipeline.spi.Visualizer;
import org.geoanomaly.gam.pipeline.visual.map.SampleRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A visualizer that someone else wrote: compiled apart, packed into a jar, found beside the built-in ones. */
class ThirdPartyVisualizerTest {
    private static final String NAME = "example.CountVisualizer";
    private static final String SOURCE = """
            package example;

            import java.io.IOException;
            import java.nio.file.*;
            import java.util.List;
            import org.geoanomaly.gam.pipeline.config.VisualizationSection;
            import org.geoanomaly.gam.pipeline.data.RegionResult;
            import org.geoanomaly.gam.pipeline.spi.*;

            public final class CountVisualizer implements Visualizer {
                @Override public String id() { return "count"; }

                @Override
                public int spiVersion() {
                    return Plugin.VERSION;
                }

                @Override public List<Path> render(
                        RegionResult result, VisualizationSection settings, Path directory, StageContext context)
                        throws IOException {
                    Files.writeString(directory.resolve("count.txt"), result.anomalies().size() + " anomalies");
                    return List.of(Path.of("count.txt"));
                }
            }
            """;

    @TempDir
    private Path folder;

    private Path jar() throws IOException {
        Path source = folder.resolve("CountVisualizer.java");
        Files.writeString(source, SOURCE);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int failed = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK runs the tests")
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(failed).isZero();
        Path jar = folder.resolve("count.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("META-INF/services/" + Visualizer.class.getName()));
            out.write(NAME.getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry("example/CountVisualizer.class"));
            out.write(Files.readAllBytes(classes.resolve("example/CountVisualizer.class")));
        }
        return jar;
    }

    @Test
    void is_found_in_its_jar_and_draws_beside_the_built_in_ones() throws IOException {
        URL[] jars = {jar().toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(jars, ThirdPartyVisualizerTest.class.getClassLoader());
                Workers workers = new Workers(1)) {
            Plugins plugins = Plugins.of(loader);
            for (String id : List.of("2d", "3d", "interactive", "count")) {
                assertThat(plugins.visualizer(id).id()).isEqualTo(id);
            }
            StageContext context = new StageContext(workers, StageProgress.SILENT, () -> false, 1);
            List<Path> files = plugins.visualizer("count")
                    .render(SampleRegion.typical(), VisualizationSection.DEFAULT, folder, context);
            assertThat(folder.resolve(files.get(0))).hasContent("3 anomalies");
        }
    }

    @Test
    void is_missed_by_name_where_its_jar_is_not() {
        Plugins plugins = Plugins.of(ThirdPartyVisualizerTest.class.getClassLoader());
        assertThatThrownBy(() -> plugins.visualizer("count"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("visualization.map_type: there is no 'count'");
    }
}
