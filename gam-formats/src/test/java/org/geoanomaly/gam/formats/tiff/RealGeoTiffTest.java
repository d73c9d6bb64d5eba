package org.geoanomaly.gam.formats.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.geoanomaly.gam.grid.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published files, read as GDAL reads them. */
class RealGeoTiffTest {
    @TempDir
    static Path scratch;

    @Test
    void published_files_read_as_gdal_reads_them() throws IOException {
        String data = System.getenv("GAM_DATA_DIR");
        GdalReference.requireOnCi(data != null, "GAM_DATA_DIR is not set");
        List<Path> files = files(Path.of(String.valueOf(data)));
        assertThat(files).hasSizeGreaterThan(20);
        List<String> wrong = new ArrayList<>();
        for (String[] row : GdalReference.run("describe", scratch, files)) {
            try (GeoTiff tiff = GeoTiff.open(Path.of(row[1]))) {
                for (int band = 0; band < Integer.parseInt(row[4]); band++) {
                    float[] actual = tiff.read(
                                    ReadRequest.of(Unit.METRE).withBand(band).withThreads(2))
                            .values();
                    float[] expected = GdalReference.floats(scratch.resolve(row[0] + "." + band + ".f32"));
                    String problem = Bits.difference(actual, expected);
                    if (!problem.isEmpty()) {
                        wrong.add(row[1] + ": " + problem);
                    }
                }
                assertThat(tiff.header()
                                .georeference()
                                .transform()
                                .orElseThrow()
                                .west())
                        .isEqualTo(Double.parseDouble(row[5]));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Path> files(Path data) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String part : List.of("validator/tif", "insar")) {
            try (Stream<Path> found = Files.walk(data.resolve(part))) {
                found.filter(p -> p.toString().toLowerCase(Locale.ROOT).endsWith(".tif"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }
}
