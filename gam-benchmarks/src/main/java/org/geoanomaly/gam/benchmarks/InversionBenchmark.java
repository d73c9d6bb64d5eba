package org.geoanomaly.gam.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.geoanomaly.gam.geophysics.inversion.Inversion;
import org.geoanomaly.gam.geophysics.inversion.InversionMonitor;
import org.geoanomaly.gam.geophysics.inversion.InversionProblem;
import org.geoanomaly.gam.geophysics.inversion.InversionSettings;
import org.geoanomaly.gam.geophysics.inversion.Sensitivity;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
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

/** A whole smooth inversion: two blocks seen by a grid half a cell above the mesh with noise of 2 % of the largest datum, sensitivity included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class InversionBenchmark {
    private static final double CELL = 100.0;

    @Param({"gz", "tmi"})
    private String field = "gz";

    /** Columns each way x layers. */
    @Param({"20x10", "40x20"})
    private String cells = "20x10";

    private final ExecutorService executor =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Parallelism parallel =
            Parallelism.of(executor, Runtime.getRuntime().availableProcessors());
    private double[] data = new double[0];
    private double[] noise = new double[0];

    @Setup
    public void prepare() {
        Sensitivity sensitivity = sensitivity();
        RegularMesh mesh = sensitivity.mesh();
        double[] truth = new double[mesh.cells()];
        double contrast = field.equals("gz") ? 400.0 : 0.05;
        block(mesh, truth, mesh.nx() / 4, mesh.nz() / 8, contrast);
        block(mesh, truth, 5 * mesh.nx() / 8, mesh.nz() / 4, contrast);
        data = new double[sensitivity.operator().rows()];
        sensitivity.operator().apply(truth, data);
        noise = new double[data.length];
        Arrays.fill(noise, 0.02 * Arrays.stream(data).map(Math::abs).max().orElse(1.0));
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < data.length; i++) {
            data[i] += noise[i] * random.nextGaussian();
        }
    }

    private static void block(RegularMesh mesh, double[] model, int first, int top, double contrast) {
        int size = Math.max(2, mesh.nx() / 8);
        for (int k = top; k < Math.min(mesh.nz(), top + size); k++) {
            for (int j = first; j < first + size; j++) {
                int from = mesh.index(first, j, k);
                Arrays.fill(model, from, from + size, contrast);
            }
        }
    }

    @TearDown
    public void stop() {
        executor.shutdown();
    }

    @Benchmark
    public double[] invert() {
        return new Inversion(
                        InversionProblem.of(sensitivity(), data, noise),
                        InversionSettings.smooth(),
                        InversionMonitor.SILENT)
                .run()
                .model();
    }

    private Sensitivity sensitivity() {
        RegularMesh mesh = BenchmarkMeshes.cubes(cells, CELL);
        FieldKernel kernel = field.equals("gz") ? FieldKernel.gz() : FieldKernel.tmi(new AmbientField(48_000, 60, 12));
        return Sensitivity.of(mesh, ObservationGrid.over(mesh, 0.5 * CELL), kernel, parallel);
    }
}
