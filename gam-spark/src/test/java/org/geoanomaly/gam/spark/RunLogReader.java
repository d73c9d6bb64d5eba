package org.geoanomaly.gam.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the driver has written to its log so far. */
final class RunLogReader {
    private static final Pattern TILE = Pattern.compile("\"tile_id\":\"([^\"]+)\"");
    private static final Pattern ATTEMPT = Pattern.compile("\"attempt\":(\\d+)");
    private static final Pattern EXECUTOR = Pattern.compile("\"executor\":\"(\\d+)\"");

    private final Path file;
    private final int from;

    /** A log from its present end on. */
    RunLogReader(Path file) throws IOException {
        this.file = file;
        this.from = Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    /** An attempt that ended with its executor. */
    record Loss(String tile, int attempt, int executor) {}

    private List<String> lines(String containing) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .skip(from)
                .filter(l -> l.contains(containing))
                .toList();
    }

    /** Tiles whose outcome the driver has heard. */
    int tiles() throws IOException {
        return lines("\"message\":\"checked\"").size();
    }

    Set<Integer> executors() throws IOException {
        Set<Integer> ids = new HashSet<>();
        for (String line : lines("executor at work")) {
            ids.add(Integer.parseInt(first(EXECUTOR, line)));
        }
        return ids;
    }

    List<Loss> losses() throws IOException {
        List<Loss> losses = new ArrayList<>();
        for (String line : lines("attempt lost with its executor")) {
            losses.add(new Loss(
                    first(TILE, line),
                    Integer.parseInt(first(ATTEMPT, line)),
                    Integer.parseInt(first(EXECUTOR, line))));
        }
        return losses;
    }

    boolean says(String words) throws IOException {
        return !lines(words).isEmpty();
    }

    private static String first(Pattern pattern, String line) {
        Matcher m = pattern.matcher(line);
        if (!m.find()) {
            throw new IllegalStateException("no " + pattern + " in " + line);
        }
        return m.group(1);
    }
}
