package org.geoanomaly.gam.app.global;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run may die at any instant: whoever goes on ends with the bytes of a run that nobody disturbed. */
class KillAndResumeTest {
    /** Instants, spread over the whole run; more with {@code -Dgam.kills=50}. */
    private static final int KILLS = Integer.getInteger("gam.kills", 24);

    private static final int MOST_ROUNDS = 4 * KILLS;
    /** Tries at hitting the few moments between the first tile and the last. */
    private static final int MOST_AIMED = 40;

    private static final int SIDECARS = 18;
    private static final int KILLED = 128 + 9;
    private static final String SIX = "t_N00_E000,t_N00_E010,t_S10_E000,t_S10_E010,t_N80_W180,t_S90_E170";

    @TempDir
    static Path folder = Path.of("");

    private static Path config = Path.of("");
    private static Path reference = Path.of("");
    private static double wholeRunMillis;

    private final Random random = new Random(20_260_101);

    /** How far a run that began in an empty directory had come when it was killed. */
    private enum Reached {
        NO_TILE,
        SOME_TILES,
        ALL_TILES,
        EVERYTHING
    }

    @BeforeAll
    static void run_undisturbed() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "signals of POSIX are needed");
        config = SmallInputs.write(folder);
        reference = folder.resolve("reference");
        long start = System.nanoTime();
        GamProcess.Outcome outcome = gam().run("reference", arguments(reference));
        wholeRunMillis = (System.nanoTime() - start) / 1e6;
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(sidecars(reference)).isEqualTo(SIDECARS);
    }

    @Test
    void kills_at_any_instant_leave_no_trace_in_the_products() throws Exception {
        SortedMap<String, String> expected = products(reference);
        Path output = folder.resolve("killed");
        Map<Reached, Integer> reached = new EnumMap<>(Reached.class);
        double whole = wholeRunMillis;
        int kills = 0;
        int round = 0;
        for (; round < MOST_ROUNDS && kills < KILLS; round++) {
            boolean anew = round % 2 == 0 || !Files.exists(output);
            if (anew) {
                remove(output);
            } else if (Files.exists(new GlobalPaths(output).ledger())) {
                deleteOneProduct(output, expected);
            }
            // whole runs are hit from start to end, in a mixed order, more often late than early as a start takes long;
            // what goes on from a kill is hit anywhere
            double even = anew ? (round * 7 % KILLS + random.nextDouble()) / KILLS : random.nextDouble();
            double fraction = anew ? Math.sqrt(even) : even;
            if (!killedAfter(fraction * whole, output)) {
                whole *= anew ? 0.9 : 1;
                continue;
            }
            kills++;
            assertEveryProductIsWholeOrAbsent(output, expected);
            if (anew) {
                Reached far = reached(output);
                reached.merge(far, 1, Integer::sum);
                whole *= fraction > 0.8 && far.compareTo(Reached.ALL_TILES) < 0 ? 1.2 : 1;
            }
        }
        System.out.printf(Locale.ROOT, "%d kills in %d rounds, from an empty directory: %s%n", kills, round, reached);
        assertThat(kills).isGreaterThanOrEqualTo(KILLS);
        for (int i = 0; i < MOST_AIMED && !reached.containsKey(Reached.SOME_TILES); i++) {
            // a fast machine makes all tiles between two random instants: aim at the first sidecar
            remove(output);
            killAtFirstSidecar(output);
            assertEveryProductIsWholeOrAbsent(output, expected);
            reached.merge(reached(output), 1, Integer::sum);
        }
        assertThat(reached).containsKeys(Reached.NO_TILE, Reached.SOME_TILES, Reached.ALL_TILES);
        GamProcess.Outcome last = gam().run("last", arguments(output));
        assertThat(last.code()).as(last.err()).isZero();
        assertThat(products(output)).isEqualTo(expected);
    }

    @Test
    void a_second_process_in_the_same_directory_is_turned_away() throws Exception {
        Path output = folder.resolve("shared");
        Process first = gam().start("first", arguments(output));
        try {
            Path lock = output.resolve(".gam.lock");
            for (int i = 0; first.isAlive() && !(Files.exists(lock) && Files.size(lock) > 0); i++) {
                assertThat(i).as("waits for the lock").isLessThan(60_000);
                TimeUnit.MILLISECONDS.sleep(2);
            }
            signal("STOP", first);
            GamProcess.Outcome second = gam().run("second", withQuiet(arguments(output)));
            assertThat(second.code()).isEqualTo(1);
            assertThat(second.out()).isEmpty();
            assertThat(second.err().lines().filter(line -> !line.startsWith("  help: ")))
                    .singleElement()
                    .asString()
                    .startsWith("error[")
                    .contains("another run (pid " + first.pid() + ") is working in " + output);
            signal("CONT", first);
            GamProcess.Outcome outcome = gam().finish("first", first);
            assertThat(outcome.code()).as(outcome.err()).isZero();
            assertThat(products(output)).isEqualTo(products(reference));
        } finally {
            first.destroyForcibly();
        }
    }

    private static GamProcess gam() {
        return new GamProcess(folder, GamProcess.QUICK_START, Map.of("SOURCE_DATE_EPOCH", "1767225600"));
    }

    private static String[] arguments(Path output) {
        return new String[] {
            "global",
            config.toString(),
            "--tiles",
            SIX,
            "--output",
            output.toString(),
            "--set",
            "fusion_mvp.pmtiles.max_zoom=3"
        };
    }

    private static String[] withQuiet(String[] arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of("--quiet")).toArray(String[]::new);
    }

    private static void signal(String name, Process process) throws Exception {
        Process kill = new ProcessBuilder("/bin/kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Starts a run and kills it; false if it ended by itself before, in which case it must have ended well. */
    private static boolean killedAfter(double millis, Path output) throws Exception {
        Process process = gam().start("round", arguments(output));
        boolean ended = process.waitFor((long) (millis * 1000), TimeUnit.MICROSECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        GamProcess.Outcome outcome = gam().finish("round", process);
        if (outcome.code() == KILLED) {
            return true;
        }
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return false;
    }

    private static void killAtFirstSidecar(Path output) throws Exception {
        Process process = gam().start("aimed", arguments(output));
        while (process.isAlive() && sidecars(output) == 0) {
            Thread.onSpinWait();
        }
        process.destroyForcibly();
        gam().finish("aimed", process);
    }

    private static Reached reached(Path output) throws IOException {
        int sidecars = sidecars(output);
        if (sidecars < SIDECARS) {
            return sidecars == 0 ? Reached.NO_TILE : Reached.SOME_TILES;
        }
        return Files.exists(new GlobalPaths(output).ledger()) ? Reached.EVERYTHING : Reached.ALL_TILES;
    }

    private static int sidecars(Path output) throws IOException {
        Path metadata = output.resolve("metadata");
        if (!Files.isDirectory(metadata)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(metadata)) {
            return (int) files.filter(f -> !f.getFileName().toString().startsWith("."))
                    .count();
        }
    }

    private static void assertEveryProductIsWholeOrAbsent(Path output, SortedMap<String, String> expected)
            throws IOException {
        products(output).forEach((name, sum) -> {
            boolean unfinished = Path.of(name).getFileName().toString().startsWith(".");
            // the state names the tiles made so far
            if (!unfinished && !name.startsWith("state/") && !name.startsWith("work/")) {
                assertThat(sum).as(name).isEqualTo(expected.get(name));
            }
        });
    }

    private void deleteOneProduct(Path output, SortedMap<String, String> expected) throws IOException {
        List<String> names = List.copyOf(expected.keySet());
        Files.deleteIfExists(output.resolve(names.get(random.nextInt(names.size()))));
    }

    /** Every file's checksum by path, unfinished ones too; logs and lock files are no products. */
    private static SortedMap<String, String> products(Path output) throws IOException {
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

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
