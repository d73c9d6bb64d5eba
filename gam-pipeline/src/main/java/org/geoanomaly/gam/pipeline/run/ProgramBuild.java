package org.geoanomaly.gam.pipeline.run;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.geoanomaly.gam.geophysics.inversion.Inversion;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.store.Sha256;

/** Which build of the program this is: the content of the archives, or folders of classes, that compute. */
final class ProgramBuild {
    /** One class from each module whose code decides products. */
    private static final List<Class<?>> COMPUTING = List.of(BoundingBox.class, Inversion.class, ProgramBuild.class);

    private ProgramBuild() {}

    /** A hash; of nothing where the code cannot be found, so that the version alone counts. */
    static String fingerprint() {
        StringBuilder text = new StringBuilder();
        try {
            for (Class<?> one : COMPUTING) {
                CodeSource source = one.getProtectionDomain().getCodeSource();
                if (source != null) {
                    add(Path.of(source.getLocation().toURI()), text);
                }
            }
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            return Sha256.of("");
        }
        return Sha256.of(text.toString());
    }

    private static void add(Path code, StringBuilder text) throws IOException {
        if (Files.isRegularFile(code)) {
            text.append(Sha256.ofFile(code)).append('\n');
        } else if (Files.isDirectory(code)) {
            TreeSet<Path> files = new TreeSet<>();
            try (Stream<Path> all = Files.walk(code)) {
                all.filter(Files::isRegularFile).forEach(files::add);
            }
            for (Path file : files) {
                text.append(code.relativize(file))
                        .append(' ')
                        .append(Sha256.ofFile(file))
                        .append('\n');
            }
        }
    }
}
