package org.geoanomaly.gam.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.geophysics.operator.FftOperator;
import org.geoanomaly.gam.geophysics.operator.FieldKernel;
import org.geoanomaly.gam.geophysics.operator.ObservationGrid;
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

/** Products with the sensitivity of a grid of observations over a regular mesh, by FFT. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class FftOperatorBenchmark {
    @Param({"gz", "tmi"})
    private String field = "gz";

    /** Columns each way x layers. */
    @Param({"64x32", "512x64"})
    private String cells = "64x32";

    private final ExecutorService executor =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Parallelism parallel =
            Parallelism.of(executor, Runtime.getRuntime().availableProcessors());
    private FftOperator fft = operator(BenchmarkMeshes.cubes("2x1", 100));
    private double[] model = new double[0];
    private double[] data = new double[0];

    @Setup
    public void prepare() {
        fft = operator(BenchmarkMeshes.cubes(cells, 100));
        model = new SplittableRandom(1).doubles(fft.columns()).toArray();
        data = new double[fft.rows()];
    }

    @TearDown
    public void stop() {
        executor.shutdown();
    }

    @Benchmark
    public double[] apply() {
        fft.apply(model, data);
        return data;
    }

    @Benchmark
    public double[] applyAdjoint() {
        fft.applyAdjoint(data, model);
        return model;
    }

    private FftOperator operator(RegularMesh mesh) {
        FieldKernel kernel = field.equals("gz") ? FieldKernel.gz() : FieldKernel.tmi(new AmbientField(48_000, 60, 12));
        return FftOperator.of(mesh, ObservationGrid.over(mesh, 10), kernel, parallel);
    }
}
