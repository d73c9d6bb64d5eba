package org.geoanomaly.gam.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.geoanomaly.gam.geophysics.traveltime.FastMarching;
import org.geoanomaly.gam.geophysics.traveltime.GridAxis;
import org.geoanomaly.gam.geophysics.traveltime.Source;
import org.geoanomaly.gam.geophysics.traveltime.TravelTimeField;
import org.geoanomaly.gam.geophysics.traveltime.VelocityGrid;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** First arrivals from one source at 202 × 202 × 81 = 3.3 million nodes half a kilometre apart, v = 5 + 0.05 z km/s, in one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseParallelGC"})
public class FastMarchingBenchmark {
    private static final double STEP = 500.0;

    private VelocityGrid grid = small();

    private static VelocityGrid small() {
        GridAxis axis = new GridAxis(0, STEP, 3);
        double[] velocity = new double[27];
        Arrays.fill(velocity, 5000.0);
        return VelocityGrid.cartesian(axis, axis, axis, velocity);
    }

    @Setup
    public void prepare() {
        GridAxis side = new GridAxis(0, STEP, 202);
        GridAxis down = new GridAxis(0, STEP, 81);
        int layer = side.count() * side.count();
        double[] velocity = new double[layer * down.count()];
        Arrays.setAll(velocity, i -> 5000.0 + 0.05 * down.at(i / layer));
        grid = VelocityGrid.cartesian(side, side, down, velocity);
    }

    @Benchmark
    public TravelTimeField march() {
        return FastMarching.solve(grid, new Source(50_200, 49_900, 10_100));
    }
}
