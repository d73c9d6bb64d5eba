package org.geoanomaly.gam.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.geophysics.operator.DenseOperator;
import org.geoanomaly.gam.geophysics.operator.FieldKernel;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.OnTheFlyOperator;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Rows of the sensitivity matrix at 2,000 scattered points close above cubes of 100 m. The secondary result {@code millions} counts millions of pairs of
 * point and cell a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class DenseRowsBenchmark {
    private static final int OBSERVATIONS = 2000;
    private static final double CELL = 100.0;

    @Param({"gz", "gzz", "tmi"})
    private String field = "gz";

    /** Columns each way x layers. */
    @Param({"40x20", "100x10"})
    private String cells = "40x20";

    @Param({"1", "2"})
    private int threads = 1;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private Parallelism parallel = Parallelism.sequential();
    private FieldKernel kernel = FieldKernel.gz();
    private RegularMesh mesh = BenchmarkMeshes.cubes("1x1", CELL);
    private ObservationPoints points = new ObservationPoints(new double[0], new double[0], new double[0]);
    private double[] model = new double[0];
    private final double[] data = new double[OBSERVATIONS];

    /** Work done, which JMH turns into a rate. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Pairs {
        public double millions;

        @Setup(Level.Iteration)
        public void reset() {
            millions = 0.0;
        }
    }

    @Setup
    public void prepare() {
        mesh = BenchmarkMeshes.cubes(cells, CELL);
        parallel = Parallelism.of(executor, threads);
        kernel = switch (field) {
            case "gz" -> FieldKernel.gz();
            case "gzz" -> FieldKernel.gzz();
            default -> FieldKernel.tmi(new AmbientField(48_000, 60, 12));
        };
        SplittableRandom random = new SplittableRandom(2);
        double width = mesh.nx() * CELL;
        points = new ObservationPoints(
                random.doubles(OBSERVATIONS, 0, width).toArray(),
                random.doubles(OBSERVATIONS, 0, width).toArray(),
                random.doubles(OBSERVATIONS, 1, 80).toArray());
        model = new double[mesh.cells()];
        Arrays.fill(model, 1.0);
    }

    @TearDown
    public void stop() {
        executor.shutdown();
    }

    /** The matrix in memory. */
    @Benchmark
    public DenseOperator matrix(Pairs pairs) {
        pairs.millions += 1e-6 * mesh.cells() * OBSERVATIONS;
        return DenseOperator.of(mesh, points, kernel, parallel);
    }

    /** One product, rows forgotten at once. */
    @Benchmark
    public double[] onTheFly(Pairs pairs) {
        pairs.millions += 1e-6 * mesh.cells() * OBSERVATIONS;
        new OnTheFlyOperator(mesh, points, kernel, parallel).apply(model, data);
        return data;
    }
}
