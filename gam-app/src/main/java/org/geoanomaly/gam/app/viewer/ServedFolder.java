package org.geoanomaly.gam.app.viewer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.geoanomaly.gam.grid.error.DataFormatException;

/**
 * What is served of a directory. Of a run with a viewer: {@code site/} as the root, and beside it the products. Of a run with a report
 * alone, and of a viewer folder: the directory itself.
 *
 * @param root the directory, without symbolic links
 * @param front the folder that answers first
 * @param page the file that answers {@code /}
 * @param shared folders and files of the root that are served too
 */
record ServedFolder(Path root, Path front, String page, Set<String> shared) {
    private static final Set<String> PRODUCTS =
            Set.of("cog", "metadata", "stac", "pmtiles", "quicklook", "mosaic", "manifest", "maps", "grids", "models");
    /** Files of a regional run that its viewer links, or that a visitor may want to take along. */
    private static final Set<String> FILES = Set.of(
            "report.html",
            "anomalies.csv",
            "anomalies.geojson",
            "anomalies.parquet",
            "anomalies.kmz",
            "gam.gpkg",
            "manifest.json");

    /** @throws DataFormatException if there is nothing to look at */
    static ServedFolder of(Path directory) {
        try {
            Path root = directory.toRealPath();
            Path site = root.resolve("site");
            if (Files.isRegularFile(site.resolve("index.html"))
                    && site.toRealPath().equals(site)) {
                return new ServedFolder(root, site, "index.html", productNames());
            }
            for (String page : List.of("index.html", "report.html")) {
                if (Files.isRegularFile(root.resolve(page))) {
                    return new ServedFolder(root, root, page, Set.of());
                }
            }
        } catch (IOException e) {
            throw new DataFormatException(directory.toString(), "cannot be opened", "give the directory of a run", e);
        }
        throw new DataFormatException(
                directory,
                "has nothing to show: neither site/index.html nor index.html nor report.html",
                "give the directory that `gam global` or `gam run` wrote");
    }

    private static Set<String> productNames() {
        Set<String> shared = new HashSet<>(PRODUCTS);
        shared.addAll(FILES);
        return Set.copyOf(shared);
    }

    /** The file behind the names of a path; empty if there is none, or it lies outside. */
    Optional<Path> find(List<String> names) {
        if (names.size() == 1 && names.get(0).isEmpty()) {
            return inside(front, page);
        }
        if (names.get(names.size() - 1).isEmpty()) {
            return Optional.empty();
        }
        String path = String.join("/", names);
        try {
            Optional<Path> first = inside(front, path);
            if (first.isPresent() || !shared.contains(names.get(0))) {
                return first;
            }
            return names.size() == 1 ? file(path) : inside(root.resolve(names.get(0)), rest(names));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A file of the root itself; a folder's name alone is none. */
    private Optional<Path> file(String name) {
        return FILES.contains(name) ? inside(root, name) : Optional.empty();
    }

    private static String rest(List<String> names) {
        return String.join("/", names.subList(1, names.size()));
    }

    /** A symbolic link may lead about within the folder, not out of it. */
    private static Optional<Path> inside(Path folder, String path) {
        try {
            Path real = folder.resolve(path).toRealPath();
            return real.startsWith(folder) && Files.isRegularFile(real) ? Optional.of(real) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
