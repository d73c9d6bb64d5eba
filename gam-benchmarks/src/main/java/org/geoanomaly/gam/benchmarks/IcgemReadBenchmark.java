package org.geoanomaly.gam.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.geoanomaly.gam.formats.icgem.IcgemGrid;
import org.geoanomaly.gam.grid.array.FloatGrid;
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

/** A global grid of 0.2° in ICGEM text (901 x 1801 nodes, 73 MB): a quarter of the 0.1° file that must take less than a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class IcgemReadBenchmark {
    private static final String HEADER = """
            product_type gravity_field
            body earth
            modelname synthetic
            functional gravity_anomaly_cl
            unit mgal
            latlimit_north 90.0
            latlimit_south -90.0
            longlimit_west 0.0
            longlimit_east 360.0
            gridstep 0.2
            gapvalue 9999999.0
            end_of_head ====
            """;

    @Param({"1", "2"})
    private int threads;

    private Path file = Path.of("");

    @Setup
    public void prepare() throws IOException {
        file = Files.createTempFile("read", ".gdf");
        SplittableRandom random = new SplittableRandom(1);
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (int row = 0; row <= 900; row++) {
                for (int column = 0; column <= 1800; column++) {
                    double value = random.nextDouble(-300, 300);
                    out.write(String.format(Locale.ROOT, "%12.4f%12.4f %19.6f%n", column * 0.2, 90 - row * 0.2, value));
                }
            }
        }
    }

    @TearDown
    public void remove() throws IOException {
        Files.delete(file);
    }

    @Benchmark
    public FloatGrid read() throws IOException {
        return IcgemGrid.open(file).read(Optional.empty(), false, threads);
    }
}
