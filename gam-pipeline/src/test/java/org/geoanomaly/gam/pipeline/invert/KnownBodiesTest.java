package org.geoanomaly.gam.pipeline.invert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.geoanomaly.gam.geophysics.inversion.InversionSettings;
import org.geoanomaly.gam.geophysics.inversion.Norms;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gravity survey of SimPEG's tutorial (CC-BY 4.0): 289 stations on a hill, 1 % noise. In the ground are a block of −0.2 g/cm³ around
 * (−35, 0) at elevation 60 m and a sphere of +0.2 g/cm³ around (35, 0) at 60 m. Its values are positive upwards.
 */
class KnownBodiesTest {
    private static final double CELL = 8.0;
    private static final double TOP = 95.0;

    @TempDir
    private Path folder;

    @Test
    void block_and_sphere_are_found_where_they_are() throws IOException, InterruptedException {
        Path data = survey();
        InvertRequest request = new InvertRequest(
                data,
                new InvertField.Gravity(),
                new InvertMesh(24, 24, 11, new InvertMesh.Spacing(CELL, CELL, CELL), 0, -TOP),
                InversionSettings.smooth().with(new Norms(0, 2, 2, 2)),
                null,
                InvertRequest.Spread.NONE,
                folder.resolve("out"));
        InvertOutcome outcome;
        try (Workers workers = new Workers(1)) {
            outcome = new InvertRun(request, workers, ProgressListener.SILENT, () -> false).run();
        }
        assertThat(outcome.fit().chi()).isBetween(0.9, 1.1);
        double[] block = centre(outcome, -1);
        double[] sphere = centre(outcome, 1);
        assertThat(Math.hypot(block[0] + 35, block[1])).isLessThan(10);
        assertThat(block[2]).isCloseTo(60, within(15.0));
        assertThat(Math.hypot(sphere[0] - 35, sphere[1])).isLessThan(10);
        assertThat(sphere[2]).isCloseTo(60, within(15.0));
    }

    /** Mean position, weighed by value, of the cells of one sign above half of its largest: easting, northing, elevation. */
    private static double[] centre(InvertOutcome outcome, int sign) {
        RegularMesh mesh = outcome.mesh();
        double peak = 0.0;
        for (double v : outcome.model()) {
            peak = Math.max(peak, sign * v);
        }
        double[] sum = new double[4];
        for (int k = 0; k < mesh.nz(); k++) {
            for (int j = 0; j < mesh.ny(); j++) {
                for (int i = 0; i < mesh.nx(); i++) {
                    double v = sign * outcome.model()[mesh.index(i, j, k)];
                    if (v > 0.5 * peak) {
                        sum[0] += v * (mesh.west(i) + 0.5 * CELL);
                        sum[1] += v * (mesh.south(j) + 0.5 * CELL);
                        sum[2] += v * (mesh.top() - mesh.depth(k) - 0.5 * CELL);
                        sum[3] += v;
                    }
                }
            }
        }
        return new double[] {sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]};
    }

    private Path survey() throws IOException {
        String dir = System.getenv("GAM_DATA_DIR");
        if (dir == null && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("GAM_DATA_DIR is not set");
        }
        Assumptions.assumeTrue(dir != null, "GAM_DATA_DIR is not set");
        Path archive = Path.of(String.valueOf(dir), "truth/inv_gravity_anomaly_3d_files.tar.gz");
        double largest = 0.0;
        String text = member(Files.readAllBytes(archive), "gravity_data.obs");
        for (String line : text.lines().toList()) {
            largest = Math.max(largest, Math.abs(Double.parseDouble(line.trim().split("\\s+", -1)[3])));
        }
        StringBuilder csv = new StringBuilder("easting,northing,height,value,uncertainty\n");
        for (String line : text.lines().toList()) {
            String[] f = line.trim().split("\\s+", -1);
            csv.append(String.format(
                    Locale.ROOT, "%s,%s,%s,%s,%s\n", f[0], f[1], f[2], -Double.parseDouble(f[3]), 0.01 * largest));
        }
        return Files.writeString(folder.resolve("survey.csv"), csv);
    }

    /** A file in a tar archive: headers of 512 bytes with the name at 0 and the size, octal, at 124. */
    private static String member(byte[] archive, String name) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(archive));
                DataInputStream tar = new DataInputStream(in)) {
            byte[] header = new byte[512];
            while (true) {
                tar.readFully(header);
                int size = Integer.parseInt(new String(header, 124, 11, StandardCharsets.US_ASCII).trim(), 8);
                byte[] padded = new byte[(size + 511) / 512 * 512];
                tar.readFully(padded);
                if (new String(header, 0, 100, StandardCharsets.US_ASCII).trim().endsWith(name)) {
                    return new String(padded, 0, size, StandardCharsets.US_ASCII);
                }
            }
        }
    }
}
