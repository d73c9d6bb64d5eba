package org.geoanomaly.gam.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.geoanomaly.gam.formats.cog.CogEncoder;
import org.geoanomaly.gam.formats.cog.CogMetadata;
import org.geoanomaly.gam.formats.cog.CogOptions;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
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
import org.openjdk.jmh.annotations.Warmup;

/** One 100 x 100 tile with 512 blocks and four overviews to COG bytes: decides the default level and predictor. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CogEncoderBenchmark {
    private static final int SIZE = 100;

    @Param({"1", "6", "9"})
    private int level;

    @Param({"1", "2", "3"})
    private int predictor;

    private CogOptions options = CogOptions.DEFAULT;
    private FloatGrid grid = noisyField(SIZE, SIZE);

    @Setup
    public void prepare() {
        options = CogOptions.DEFAULT.withDeflateLevel(level).withPredictor(predictor);
        grid = noisyField(SIZE, SIZE);
    }

    @Benchmark
    public byte[] encode() {
        return CogEncoder.encode(grid, options, CogMetadata.NONE);
    }

    /** A smooth anomaly of 100 nT with 1 nT of noise, as gridded observations have it. */
    static FloatGrid noisyField(int width, int height) {
        Random random = new Random(1);
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            double x = i % width;
            double y = Math.floorDiv(i, width);
            values[i] = (float) (100 * Math.sin(x / 9) * Math.cos(y / 7) + random.nextGaussian());
        }
        GridGeometry geometry = new GridGeometry(Crs.WGS84, 0, 50, 0.01, 0.01, width, height, Registration.CELL);
        return new FloatGrid(geometry, Unit.NANOTESLA, values);
    }
}
