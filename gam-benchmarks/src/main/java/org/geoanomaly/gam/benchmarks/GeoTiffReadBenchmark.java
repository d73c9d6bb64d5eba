package org.geoanomaly.gam.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.geoanomaly.gam.formats.cog.CogMetadata;
import org.geoanomaly.gam.formats.cog.CogOptions;
import org.geoanomaly.gam.formats.cog.CogWriter;
import org.geoanomaly.gam.formats.cog.OverviewResampling;
import org.geoanomaly.gam.formats.tiff.GeoTiff;
import org.geoanomaly.gam.formats.tiff.ReadRequest;
import org.geoanomaly.gam.grid.array.FloatGrid;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A tiled, deflated float32 file of 4000 x 2000 cells (32 MB uncompressed) to a grid: 160 ms are 200 MB/s. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GeoTiffReadBenchmark {
    @Param({"1", "2", "3"})
    private int predictor;

    @Param({"1", "2"})
    private int threads;

    private Path file = Path.of("");

    @Setup
    public void prepare() throws IOException {
        file = Files.createTempFile("read", ".tif");
        CogOptions options = CogOptions.DEFAULT
                .withPredictor(predictor)
                .withDeflateLevel(6)
                .withOverviews(List.of(), OverviewResampling.AVERAGE);
        CogWriter.write(file, CogEncoderBenchmark.noisyField(4000, 2000), options, CogMetadata.NONE, 2);
    }

    @TearDown
    public void remove() throws IOException {
        Files.delete(file);
    }

    @Benchmark
    public FloatGrid read() throws IOException {
        try (GeoTiff tiff = GeoTiff.open(file)) {
            return tiff.read(ReadRequest.of(Unit.NANOTESLA).withThreads(threads));
        }
    }
}
