package org.geoanomaly.gam.pipeline.preprocess;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.geoanomaly.gam.formats.compressed.CompressedFile;
import org.geoanomaly.gam.formats.points.PointReader;
import org.geoanomaly.gam.formats.points.PointTable;
import org.geoanomaly.gam.formats.shc.ShcReader;
import org.geoanomaly.gam.geophysics.spherical.IgrfField;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.read.GridFile;
import org.geoanomaly.gam.pipeline.read.GridRead;
import org.geoanomaly.gam.pipeline.read.GridRequest;
import org.geoanomaly.gam.pipeline.synth.Models;

/** The published data sets, from the directory that GAM_DATA_DIR names. */
final class RealData {
    private RealData() {}

    static Path file(String name) {
        String dir = System.getenv("GAM_DATA_DIR");
        Path path = dir == null ? Path.of("none") : Path.of(dir).resolve(name);
        if (!Files.exists(path)) {
            String why = "GAM_DATA_DIR does not lead to " + name;
            if ("true".equals(System.getenv("CI"))) {
                fail(why);
            }
            abort(why);
        }
        return path;
    }

    /** A table whose columns are renamed: pairs of our name and the file's. */
    static RawData.Points points(Path scratch, String name, RawData.Facts facts, String... columns) throws IOException {
        Path expanded = CompressedFile.detect(file(name), CompressedFile.Limits.DEFAULT)
                .orElseThrow()
                .expand(scratch, Optional.empty());
        PointTable table = PointReader.read(expanded);
        Map<String, double[]> chosen = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i += 2) {
            chosen.put(columns[i], table.column(columns[i + 1]));
        }
        return new RawData.Points(facts, chosen);
    }

    static IgrfField igrf() throws IOException {
        Path file = file("magnetic/IGRF14.shc");
        try (InputStream in = Files.newInputStream(file)) {
            return Models.mainField(ShcReader.read(in, file.toString()));
        }
    }

    static GridRead grid(String name) {
        return GridFile.read(GridRequest.of(file(name)));
    }
}
