package org.geoanomaly.gam.app.regional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.geoanomaly.gam.app.global.GamProcess;
import org.geoanomaly.gam.pipeline.demo.region.RegionDemo;
import org.geoanomaly.gam.pipeline.demo.region.RegionScene;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A regional run may die at any instant: whoever goes on ends with the bytes of a run that nobody disturbed, its time included. */
class RegionalKillTest {
    private static final List<String> JVM =
            List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:+UseSerialGC", "-Xmx1g");
    /** Stages in order; a run is killed while the next one works. */
    private static final List<String> STAGES = List.of("fetch", "preprocess", "invert", "fuse", "export", "draw");

    private static final int RANDOM_KILLS = 5;
    private static final int MOST_ROUNDS = 15;
    private static final int KILLED = 128 + 9;
    private static final String RECORD = "work/run.json";

    @TempDir
    private Path folder = Path.of("");

    private final Random random = new Random(5);

    @Test
    void kills_in_every_stage_leave_no_trace_in_the_products() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "signals of POSIX are needed");
        RegionDemo demo = new RegionDemo(RegionScene.tiny(3), folder);
        demo.write(1, ProgressListener.SILENT);
        Path output = demo.result();
        long start = System.nanoTime();
        GamProcess.Outcome whole = gam().run("whole", arguments(demo));
        double millis = (System.nanoTime() - start) / 1e6;
        assertThat(whole.code()).as(whole.err()).isZero();
        SortedMap<String, String> expected = RegionalProducts.of(output);
        assertThat(expected).containsKeys("anomalies.csv", "gam.gpkg", "report.html", "manifest.json", RECORD);
        byte[] record = Files.readAllBytes(output.resolve(RECORD));
        anew(output, record);
        int kills = 0;
        for (String stage : STAGES) {
            kills += killAfter(stage, demo) ? 1 : 0;
            assertEveryProductIsWholeOrAbsent(output, expected);
        }
        assertThat(kills).as("kills aimed at stages").isGreaterThanOrEqualTo(STAGES.size() - 1);
        int hits = 0;
        for (int k = 0; k < MOST_ROUNDS && hits < RANDOM_KILLS; k++) {
            anew(output, record);
            if (killedAfter(random.nextDouble() * millis, demo)) {
                hits++;
            } else {
                millis *= 0.6; // the first run may have been slow
            }
            assertEveryProductIsWholeOrAbsent(output, expected);
        }
        assertThat(hits).as("kills at random instants").isEqualTo(RANDOM_KILLS);
        GamProcess.Outcome last = gam().run("last", arguments(demo));
        assertThat(last.code()).as(last.err()).isZero();
        assertThat(RegionalProducts.of(output)).isEqualTo(expected);
    }

    /** An output folder as it is after the very first moment of the run that was not disturbed: its start is known, nothing else. */
    private static void anew(Path output, byte[] record) throws IOException {
        RegionalProducts.remove(output);
        Files.createDirectories(output.resolve("work"));
        Files.write(output.resolve(RECORD), record);
    }

    private GamProcess gam() {
        return new GamProcess(folder, JVM, Map.of());
    }

    private static String[] arguments(RegionDemo demo) {
        return new String[] {"run", demo.configuration().toString(), "--no-progress"};
    }

    /** Kills a run as soon as its log says that a stage has ended; false if it ended before. */
    private boolean killAfter(String stage, RegionDemo demo) throws Exception {
        Path log = demo.result().resolve("logs/gam.log");
        Files.deleteIfExists(log);
        Process process = gam().start("aimed", arguments(demo));
        String sought = "\"stage\":\"" + stage + "\"";
        while (process.isAlive()) {
            if (Files.exists(log)
                    && Files.readString(log, StandardCharsets.UTF_8).contains(sought)) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        process.destroyForcibly();
        GamProcess.Outcome outcome = gam().finish("aimed", process);
        if (outcome.code() != KILLED) {
            assertThat(outcome.code()).as(outcome.err()).isZero();
        }
        return outcome.code() == KILLED;
    }

    private boolean killedAfter(double millis, RegionDemo demo) throws Exception {
        Process process = gam().start("round", arguments(demo));
        if (!process.waitFor((long) millis, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
        }
        GamProcess.Outcome outcome = gam().finish("round", process);
        if (outcome.code() != KILLED) {
            assertThat(outcome.code()).as(outcome.err()).isZero();
        }
        return outcome.code() == KILLED;
    }

    private static void assertEveryProductIsWholeOrAbsent(Path output, SortedMap<String, String> expected)
            throws IOException {
        RegionalProducts.of(output).forEach((name, sum) -> {
            boolean unfinished = Path.of(name).getFileName().toString().startsWith(".");
            boolean scratch = name.startsWith("work/scratch");
            if (!unfinished && !scratch) {
                assertThat(sum).as(name).isEqualTo(expected.get(name));
            }
        });
    }
}
