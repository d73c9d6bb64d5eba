package org.geoanomaly.gam.benchmarks;

import java.util.concurrent.TimeUnit;
import org.geoanomaly.gam.formats.png.PngColorType;
import org.geoanomaly.gam.formats.png.PngEncoder;
import org.geoanomaly.gam.formats.png.PngFilter;
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

/** One web tile to PNG: decides the default level and filter. The tile is rough, each cell {@code cell} pixels wide. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PngTileBenchmark {
    private static final int SIZE = 256;

    @Param({"1", "4", "6", "9"})
    private int level;

    @Param({"1", "9"})
    private int cell;

    @Param({"NONE", "UP"})
    private PngFilter filter = PngFilter.UP;

    private final byte[] grey = new byte[SIZE * SIZE];
    private PngEncoder encoder = new PngEncoder();

    @Setup
    public void prepare() {
        for (int i = 0; i < grey.length; i++) {
            int x = i % SIZE / cell;
            int y = i / SIZE / cell;
            double noise = ((x * 73_856_093L) ^ (y * 19_349_663L)) % 1000 / 1000.0;
            grey[i] = (byte) (128 + 60 * Math.sin(x * 0.11) * Math.cos(y * 0.07) + 30 * noise);
        }
        encoder.close();
        encoder = new PngEncoder(level);
    }

    @TearDown
    public void close() {
        encoder.close();
    }

    @Benchmark
    public byte[] encode() {
        return encoder.encode(PngColorType.GREY, filter, grey, SIZE, SIZE);
    }
}
