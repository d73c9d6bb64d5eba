package org.geoanomaly.gam.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.geophysics.operator.DenseOperator;
import org.geoanomaly.gam.geophysics.operator.FftOperator;
import org.geoanomaly.gam.geophysics.operator.FieldKernel;
import org.geoanomaly.gam.geophysics.operator.ObservationGrid;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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
 * Forward modelling of a regular mesh: the dense matrix of 2,000 scattered observations over 40 × 40 × 20 cells (64 million interactions), and
 * one product by FFT.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class ForwardBenchmark {
    private static final int OBSERVATIONS = 2000;

    @Param({"gz", "tmi"})
    private String field = "gz";

    @Param({"64x32", "512x64"})
    private String grid = "64x32";

    private final ExecutorService executor =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Parallelism parallel =
            Parallelism.of(executor, Runtime.getRuntime().availableProcessors());
    private final RegularMesh mesh = mesh(40, 20);
    private final ObservationPoints points = points();
    private FftOperator fft = FftOperator.of(mesh, ObservationGrid.over(mesh, 10), FieldKernel.gz(), parallel);
    private double[] model = new double[0];
    private double[] data = new double[0];

    @Setup
    public void prepare() {
        String[] size = grid.split("x", -1);
        RegularMesh wide = mesh(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
        fft = FftOperator.of(wide, ObservationGrid.over(wide, 10), kernel(), parallel);
        model = new SplittableRandom(1).doubles(fft.columns()).toArray();
        data = new double[fft.rows()];
    }

    @TearDown
    public void stop() {
        executor.shutdown();
    }

    /** 64 million interactions. */
    @Benchmark
    public DenseOperator denseMatrix() {
        return DenseOperator.of(mesh, points, kernel(), parallel);
    }

    @Benchmark
    public double[] fftApply() {
        fft.apply(model, data);
        return data;
    }

    @Benchmark
    public double[] fftAdjoint() {
        fft.applyAdjoint(data, model);
        return model;
    }

    private FieldKernel kernel() {
        return field.equals("gz") ? FieldKernel.gz() : FieldKernel.tmi(new AmbientField(48_000, 60, 12));
    }

    private static RegularMesh mesh(int columns, int layers) {
        double[] thickness = new double[layers];
        Arrays.fill(thickness, 60);
        return RegularMesh.of(new double[] {0, 0, 0}, columns, columns, new double[] {100, 100}, thickness);
    }

    private static ObservationPoints points() {
        SplittableRandom random = new SplittableRandom(2);
        double[] e = random.doubles(OBSERVATIONS, 0, 4000).toArray();
        double[] n = random.doubles(OBSERVATIONS, 0, 4000).toArray();
        double[] u = random.doubles(OBSERVATIONS, 1, 80).toArray();
        return new ObservationPoints(e, n, u);
    }
}
