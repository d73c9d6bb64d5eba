package org.geoanomaly.gam.pipeline.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.store.Sha256;

/**
 * Loads the plugins of one jar. The entries under {@code META-INF/services} mean what they mean to {@link java.util.ServiceLoader}; they are
 * read here because each plugin is to be made apart, in bounded time, and to fail alone.
 */
final class PluginJar {
    private static final long LARGEST_ENTRY = 1 << 16;

    private final Path jar;
    private final ClassLoader program;
    private final PluginBirth birth;
    private final List<PluginProblem> problems;

    PluginJar(Path jar, ClassLoader program, Duration patience, List<PluginProblem> problems) {
        this.jar = jar;
        this.program = program;
        this.birth = new PluginBirth(jar, patience, problems);
        this.problems = problems;
    }

    /** What can be used; what cannot is added to the problems. */
    List<LoadedPlugin> load() {
        try (JarFile file = new JarFile(jar.toFile())) {
            PluginOrigin origin = new PluginOrigin(jar, version(file), Sha256.ofFile(jar));
            PluginClassLoader loader = new PluginClassLoader(jar.toUri().toURL(), program);
            List<LoadedPlugin> loaded = new ArrayList<>();
            boolean any = false;
            for (ServiceKind kind : ServiceKind.values()) {
                for (String name : names(file, kind)) {
                    any = true;
                    birth.of(kind, name, loader, origin).ifPresent(loaded::add);
                }
            }
            if (!any) {
                problem(
                        "names no plugin: it has no entry such as META-INF/services/" + Plugin.class.getPackageName()
                                + ".Inverter",
                        "add the entry, one class name a line; a library that plugins need is packed into their jar");
            }
            return loaded;
        } catch (IOException | IllegalArgumentException | SecurityException e) {
            problem(why(e), "copy or build it again");
            return List.of();
        }
    }

    private String why(Exception e) {
        try (InputStream in = Files.newInputStream(jar)) {
            byte[] head = in.readNBytes(2);
            boolean zip = head.length == 2 && head[0] == 'P' && head[1] == 'K';
            return zip ? "is a damaged jar, perhaps cut short: " + e.getMessage() : "is not a jar";
        } catch (IOException again) {
            return "cannot be read: " + again.getMessage();
        }
    }

    private List<String> names(JarFile file, ServiceKind kind) throws IOException {
        ZipEntry entry = file.getEntry("META-INF/services/" + kind.type().getName());
        if (entry == null) {
            return List.of();
        }
        if (entry.getSize() > LARGEST_ENTRY) {
            problem(entry.getName() + " is larger than " + LARGEST_ENTRY + " bytes", "write one class name a line");
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(file.getInputStream(entry), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int comment = line.indexOf('#');
                String name = (comment < 0 ? line : line.substring(0, comment)).strip();
                if (!name.isEmpty() && !names.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static String version(JarFile file) throws IOException {
        Manifest manifest = file.getManifest();
        return Optional.ofNullable(manifest)
                .map(m -> m.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                .orElse("");
    }

    private void problem(String message, String help) {
        problems.add(new PluginProblem(jar, message, help));
    }
}
