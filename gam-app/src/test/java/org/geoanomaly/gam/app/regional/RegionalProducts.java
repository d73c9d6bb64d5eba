package org.geoanomaly.gam.app.regional;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.geoanomaly.gam.pipeline.store.Sha256;

/** The files of a run, by their checksums. */
final class RegionalProducts {
    private RegionalProducts() {}

    /** Every file's checksum by path, those of stages below {@code work} too; logs and lock files are no products. */
    static SortedMap<String, String> of(Path output) throws IOException {
        SortedMap<String, String> sums = new TreeMap<>();
        if (!Files.isDirectory(output)) {
            return sums;
        }
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = output.relativize(file).toString();
                if (!name.startsWith("logs/") && !name.equals(".gam.lock")) {
                    sums.put(name, Sha256.ofFile(file));
                }
            }
        }
        return sums;
    }

    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
