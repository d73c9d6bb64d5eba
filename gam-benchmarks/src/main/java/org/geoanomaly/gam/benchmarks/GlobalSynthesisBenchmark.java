package org.geoanomaly.gam.benchmarks;

import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.geoanomaly.gam.geophysics.spherical.GlobalSynthesis;
import org.geoanomaly.gam.geophysics.spherical.GravityModel;
import org.geoanomaly.gam.geophysics.spherical.GravityQuantity;
import org.geoanomaly.gam.geophysics.spherical.HarmonicCoefficients;
import org.geoanomaly.gam.geophysics.spherical.TideSystem;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
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

/** A model to the global 0.1° grid of 3600 x 1800 cells on two threads; to be 0.8 s at degree 360 and 7 s at degree 2190. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class GlobalSynthesisBenchmark {
    @Param({"360", "2190"})
    private int degree;

    @Param({"GRAVITY_DISTURBANCE_SA", "GRAVITY_DISTURBANCE", "GRAVITY", "GEOID", "HEIGHT_ANOMALY", "GRAVITY_ANOMALY"})
    private GravityQuantity quantity = GravityQuantity.GRAVITY_DISTURBANCE;

    private final GridGeometry globe = new GridGeometry(Crs.WGS84, -180, 90, 0.1, 0.1, 3600, 1800, Registration.CELL);
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private GravityModel model = GravityModel.of("none", 1, 1, new HarmonicCoefficients(0), TideSystem.UNKNOWN);

    @Setup
    public void prepare() {
        HarmonicCoefficients c = new HarmonicCoefficients(degree);
        Random random = new Random(1);
        for (int n = 3; n <= degree; n++) {
            // Kaula's rule with the right total power: 1e-5/n² for each coefficient
            double size = 1e-5 / ((double) n * n);
            for (int m = 0; m <= n; m++) {
                c.set(n, m, size * random.nextGaussian(), size * random.nextGaussian());
            }
        }
        c.set(0, 0, 1, 0);
        c.set(2, 0, -4.84165371736e-4, 0);
        model = GravityModel.of("kaula", 3.986004415e14, 6_378_136.3, c, TideSystem.TIDE_FREE);
    }

    @Benchmark
    public FloatGrid globalGrid() {
        return GlobalSynthesis.grid(model, quantity, globe, 0, 0, degree, executor);
    }

    @TearDown
    public void stop() {
        executor.shutdownNow();
    }
}
