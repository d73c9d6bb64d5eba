package org.geoanomaly.gam.app.viewer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.geoanomaly.gam.grid.error.DataFormatException;

/**
 * What is served of a directory. Of a run with a viewer: {@code site/} as the root, and beside it the product folders. Of a run with a
 * report, and of a viewer folder: the directory itself.
 *
 * @param root the directory, without symbolic links
 * @param front the folder that answers first
 * @param page the file that answers {@code /}
 * @param shared folders of the root that are served too
 */
record ServedFolder(Path root, Path front, String page, Set<String> shared) {
    private static final Set<String> PRODUCTS =
            Set.of("cog", "metadata", "stac", "pmtiles", "quicklook", "mosaic", "manifest");

    /** @throws DataFormatException if there is nothing to look at */
    static ServedFolder of(Path directory) {
        try {
            Path root = directory.toRealPath();
            Path site = root.resolve("site");
            if (Files.isRegularFile(site.resolve("index.html"))
                    && site.toRealPath().equals(site)) {
                return new ServedFolder(root, site, "index.html", PRODUCTS);
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
            boolean product = first.isEmpty() && names.size() > 1 && shared.contains(names.get(0));
            return product ? inside(root.resolve(names.get(0)), rest(names)) : first;
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
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
