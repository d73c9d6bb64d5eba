package org.geoanomaly.gam.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.config.SourceSpec;

/** Room and permission for products, and the data that the configuration names. */
final class DataChecks {
    private static final double GB = 1e9;
    private static final double DISK_GB_WANTED = 3;
    private static final double DISK_GB_NEEDED = 0.1;

    private DataChecks() {}

    static List<Finding> all(GamConfig config) {
        List<Finding> findings = new ArrayList<>();
        findings.add(disk(config.core().outputDir()));
        findings.add(writable("output", config.core().outputDir()));
        findings.add(writable("cache", config.data().cacheDir()));
        for (Path mirror : config.data().mirrors()) {
            findings.add(mirror(mirror));
        }
        if (config.data().mirrors().isEmpty()) {
            findings.add(Finding.absent("mirror", "none; data.mirrors or GAM_DATA_DIR names folders with data files"));
        }
        config.data().sources().forEach((modality, source) -> {
            if (source instanceof SourceSpec.LocalFile local) {
                findings.add(
                        Files.isReadable(local.path())
                                ? Finding.ok(modality, local.path().toString())
                                : Finding.failed(modality, local.path() + " cannot be read", "check data.sources"));
            }
            if (source instanceof SourceSpec.Scenes scenes) {
                scenes.scenes().forEach(s -> findings.add(scene(modality, s.path())));
            }
        });
        return findings;
    }

    private static Finding scene(String modality, String path) {
        boolean id = path.matches("[a-z0-9][a-z0-9-]*");
        return id || Files.isReadable(Path.of(path))
                ? Finding.ok(modality, id ? path + " of the source catalogue" : path)
                : Finding.failed(modality, path + " cannot be read", "check data.sources");
    }

    private static Finding disk(Path folder) {
        try {
            double free = Files.getFileStore(existing(folder)).getUsableSpace() / GB;
            String text = String.format(Locale.ROOT, "%.1f GB free (need %.0f for the world)", free, DISK_GB_WANTED);
            if (free < DISK_GB_NEEDED) {
                return Finding.failed("disk", text, "free some space, or choose another core.output_dir");
            }
            return free < DISK_GB_WANTED
                    ? Finding.warning("disk", text, "enough for a region only")
                    : Finding.ok("disk", text);
        } catch (IOException e) {
            return Finding.warning("disk", "cannot be measured: " + e.getMessage(), "");
        }
    }

    /** Tries it: permission bits do not tell about read-only file systems. */
    private static Finding writable(String what, Path folder) {
        Path place = existing(folder);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            return Finding.failed(what, folder + " is a file, not a directory", "move it, or choose another directory");
        }
        try {
            Files.delete(Files.createTempFile(place, ".gam", null));
            return Finding.ok(what, folder + " can be written");
        } catch (IOException e) {
            return Finding.failed(what, folder + " cannot be written", "check permissions of " + place);
        }
    }

    private static Finding mirror(Path mirror) {
        if (!Files.isDirectory(mirror)) {
            return Finding.warning("mirror", mirror + " is not a directory", "check data.mirrors and GAM_DATA_DIR");
        }
        try (Stream<Path> files = Files.list(mirror)) {
            return Finding.ok("mirror", mirror + "  " + files.count() + " entries");
        } catch (IOException | UncheckedIOException e) {
            return Finding.warning("mirror", mirror + " cannot be read", "check permissions");
        }
    }

    /** The folder, or the nearest one above it that exists. */
    private static Path existing(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        while (place.getParent() != null && !Files.isDirectory(place)) {
            place = place.getParent();
        }
        return place;
    }
}
