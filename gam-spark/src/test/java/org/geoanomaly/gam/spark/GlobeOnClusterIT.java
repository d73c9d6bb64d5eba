package org.geoanomaly.gam.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.geoanomaly.gam.pipeline.demo.region.RegionDemo;
import org.geoanomaly.gam.pipeline.demo.region.RegionScene;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole globe on a cluster that falls apart: ten executors are killed while they make tiles, the driver in between, and a worker is lost for
 * good. The products must be those of the threads of one machine, byte for byte.
 */
class GlobeOnClusterIT {
    private static final int KILLS = 10;
    private static final int KILLS_BEFORE_DRIVER = 3;
    private static final int TILES = 648;
    /** A run that takes longer hangs. */
    private static final int LIMIT_S = 600;

    @TempDir
    private Path folder;

    private final List<String> losses = new ArrayList<>();

    @BeforeEach
    void everything_is_built() {
        boolean built = ProgramRun.built();
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            assertThat(built).as("distribution and Spark's jars").isTrue();
        }
        Assumptions.assumeTrue(built, "needs the distribution: mvn verify");
    }

    @Test
    void a_globe_survives_ten_killed_executors_a_killed_driver_and_a_lost_worker() throws Exception {
        long seed = Long.getLong("gam.test.seed", System.nanoTime() & 0xffffff);
        Random random = new Random(seed);
        Path local = folder.resolve("local");
        ProgramRun reference = ProgramRun.start(folder.resolve("local.txt"), globe(local));
        assertThat(reference.end(LIMIT_S)).as(reference.text()).isIn(0, 3);
        try (Cluster cluster = Cluster.start(folder.resolve("cluster"), 2)) {
            Path out = folder.resolve("spark");
            String[] command = globe(out, "--engine", "spark", "--master", cluster.url());
            Path log = out.resolve("logs/global_open_fusion_mvp.log");

            RunLogReader first = new RunLogReader(log);
            ProgramRun driver = ProgramRun.start(folder.resolve("driver1.txt"), command);
            int effective = kill(cluster, driver, first, random, KILLS_BEFORE_DRIVER, 200);
            awaitTiles(driver, first, 200 + random.nextInt(50));
            driver.process().destroyForcibly().waitFor();
            int before = first.tiles();

            RunLogReader second = new RunLogReader(log);
            ProgramRun again = ProgramRun.start(folder.resolve("driver2.txt"), command);
            awaitTiles(again, second, 5);
            effective += kill(cluster, again, second, random, KILLS - KILLS_BEFORE_DRIVER, 300);
            awaitTiles(again, second, 310);
            int lost = cluster.loseWorker(random.nextInt(2));
            int code = again.end(LIMIT_S);

            Map<String, String> expected = ProgramRun.products(local);
            Map<String, String> actual = ProgramRun.products(out);
            System.out.printf(
                    "cluster: seed %d; executors killed while at work: %d; workers lost for good: 1 with %d executors;"
                            + " driver killed after %d of %d tiles, %d made after it%n",
                    seed, effective, lost, before, TILES, second.tiles());
            losses.forEach(l -> System.out.println("cluster:   " + l));
            System.out.printf(
                    "cluster: %d products, %d equal to those of the local engine; local %.0f s%n",
                    expected.size(),
                    expected.entrySet().stream()
                            .filter(e -> e.getValue().equals(actual.get(e.getKey())))
                            .count(),
                    reference.seconds());
            assertThat(code).as(again.text()).isEqualTo(reference.process().exitValue());
            assertThat(effective).isEqualTo(KILLS);
            assertThat(again.text()).contains(TILES + " of " + TILES + " tiles complete");
            assertThat(second.tiles()).as("tiles made again").isBetween(TILES - before - 20, TILES - before);
            assertThat(actual.keySet()).isEqualTo(expected.keySet());
            assertThat(actual).isEqualTo(expected);
            assertThat(again.text())
                    .as("Spark's own lines")
                    .doesNotContain("SparkContext")
                    .doesNotContain("SLF4J");
        }
    }

    private static String[] globe(Path out, String... more) {
        List<String> words = new ArrayList<>(
                List.of("global", "--demo", "--output", out.toString(), "--set", "fusion_mvp.pmtiles.max_zoom=3"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    /** Kills executors at random moments of the job; counts those that had a tile in hand, as the driver sees it. */
    private int kill(Cluster cluster, ProgramRun driver, RunLogReader log, Random random, int times, int lastTile)
            throws IOException, InterruptedException {
        int effective = 0;
        int next = log.tiles();
        while (effective < times) {
            int room = Math.max(2, (lastTile - next) / (times - effective));
            next += 1 + random.nextInt(room);
            awaitTiles(driver, log, next);
            Map<Integer, ProcessHandle> executors = atWork(cluster, driver, log);
            List<Integer> ids = List.copyOf(executors.keySet());
            int victim = ids.get(random.nextInt(ids.size()));
            ProcessHandle process = executors.get(victim);
            if (process == null || !process.destroyForcibly()) {
                continue;
            }
            List<RunLogReader.Loss> lost = awaitLoss(driver, log, victim);
            if (!lost.isEmpty()) {
                effective++;
                losses.add("executor " + victim + " (pid " + process.pid() + ") killed after " + log.tiles()
                        + " tiles: lost " + lost);
            }
            next = Math.max(next, log.tiles());
        }
        return effective;
    }

    private static Map<Integer, ProcessHandle> atWork(Cluster cluster, ProgramRun driver, RunLogReader log)
            throws IOException, InterruptedException {
        while (true) {
            requireAlive(driver);
            Map<Integer, ProcessHandle> running = cluster.executors();
            Set<Integer> known = log.executors();
            running.keySet().retainAll(known);
            if (!running.isEmpty()) {
                return running;
            }
            Thread.sleep(20);
        }
    }

    private static List<RunLogReader.Loss> awaitLoss(ProgramRun driver, RunLogReader log, int executor)
            throws IOException, InterruptedException {
        while (!log.says("executor " + executor + " is lost")) {
            requireAlive(driver);
            Thread.sleep(20);
        }
        Thread.sleep(100); // the lost attempts are told right after
        return log.losses().stream().filter(l -> l.executor() == executor).toList();
    }

    private static void awaitTiles(ProgramRun driver, RunLogReader log, int tiles)
            throws IOException, InterruptedException {
        while (log.tiles() < tiles) {
            requireAlive(driver);
            Thread.sleep(20);
        }
    }

    private static void requireAlive(ProgramRun driver) throws IOException {
        if (!driver.process().isAlive()) {
            throw new IllegalStateException("the driver ended: " + driver.text());
        }
        if (driver.seconds() > LIMIT_S) {
            throw new IllegalStateException("the driver takes too long: " + driver.text());
        }
    }

    @Test
    void without_a_cluster_there_is_one_error_or_local_threads_if_allowed() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String dumb = "spark://127.0.0.1:" + silent.getLocalPort();
            ProgramRun waiting = ProgramRun.start(
                    folder.resolve("dumb.txt"), few(folder.resolve("dumb"), "--engine", "spark", "--master", dumb));
            String nobody = "spark://127.0.0.1:1";
            ProgramRun refused = ProgramRun.start(
                    folder.resolve("refused.txt"),
                    few(folder.resolve("refused"), "--engine", "spark", "--master", nobody));
            assertThat(refused.end(60)).isEqualTo(1);
            assertThat(refused.text()).containsOnlyOnce("error").contains("no Spark master answers at " + nobody);

            Path local = folder.resolve("few-local");
            ProgramRun reference = ProgramRun.start(folder.resolve("few-local.txt"), few(local));
            assertThat(reference.end(120)).isIn(0, 3);
            Path fallback = folder.resolve("fallback");
            ProgramRun degraded = ProgramRun.start(
                    folder.resolve("fallback.txt"),
                    few(fallback, "--engine", "spark", "--master", nobody, "--set", "core.engine_fallback=true"));
            assertThat(degraded.end(120)).isEqualTo(reference.process().exitValue());
            assertThat(degraded.text()).contains("going on with the threads of this machine");
            assertThat(ProgramRun.products(fallback)).isEqualTo(ProgramRun.products(local));

            Path embedded = folder.resolve("embedded");
            ProgramRun inside = ProgramRun.start(folder.resolve("embedded.txt"), few(embedded, "--engine", "spark"));
            assertThat(inside.end(120))
                    .as(inside.text())
                    .isEqualTo(reference.process().exitValue());
            assertThat(inside.text()).contains("UI http://127.0.0.1:").doesNotContain("SLF4J");
            assertThat(ProgramRun.products(embedded)).isEqualTo(ProgramRun.products(local));

            assertThat(waiting.end(90)).isEqualTo(1);
            assertThat(waiting.seconds()).isLessThan(90);
            assertThat(waiting.text()).containsOnlyOnce("error").contains("has not answered within 30 s");
        }
    }

    @Test
    void tiles_of_a_region_are_the_same_on_spark() throws Exception {
        Path demo = folder.resolve("demo");
        new RegionDemo(RegionScene.small(42), demo).write(2, ProgressListener.SILENT);
        Path local = folder.resolve("region-local");
        Path spark = folder.resolve("region-spark");
        ProgramRun here = ProgramRun.start(folder.resolve("region-local.txt"), region(demo, local));
        assertThat(here.end(LIMIT_S)).as(here.text()).isIn(0, 3);
        try (Cluster cluster = Cluster.start(folder.resolve("cluster"), 2)) {
            ProgramRun there = ProgramRun.start(
                    folder.resolve("region-spark.txt"),
                    region(demo, spark, "--engine", "spark", "--master", cluster.url()));
            assertThat(there.end(LIMIT_S))
                    .as(there.text())
                    .isEqualTo(here.process().exitValue());
            assertThat(there.text()).contains("4 tiles of").contains(cluster.url() + "  UI http://");
            Map<String, String> products = ProgramRun.products(local);
            assertThat(ProgramRun.products(spark)).isEqualTo(products).isNotEmpty();
            System.out.printf(
                    "region: 4 tiles on 2 workers, %d products equal to those of the local engine; local %.0f s, spark %.0f s%n",
                    products.size(), here.seconds(), there.seconds());
        }
    }

    private static String[] region(Path demo, Path out, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "run",
                demo.resolve("demo.yaml").toString(),
                "--output",
                out.toString(),
                "--set",
                "core.tile_size=1",
                "--set",
                "visualization.map_type=[]"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private static String[] few(Path out, String... more) {
        List<String> words = new ArrayList<>(
                List.of(globe(out, "--tiles", "t_N00_E000,t_N00_E010,t_S10_E000", "--normalization", "rolling")));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }
}
