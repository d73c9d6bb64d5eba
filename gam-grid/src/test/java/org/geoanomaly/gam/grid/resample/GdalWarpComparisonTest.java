package org.geoanomaly.gam.grid.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same inputs through {@code gdalwarp}. Grids travel as raw floats under a VRT header, so that no other reader takes part.
 *
 * <p>Where the definitions coincide the difference is single-precision rounding: GDAL accumulates its kernel in the same double precision
 * but stores coordinates of target centres with a rounding of about 1e-9 cells, hence {@link #TOLERANCE} relative to values of order one.
 */
class GdalWarpComparisonTest {
    private static final float TOLERANCE = 2e-6f;

    @TempDir
    Path folder;

    @BeforeAll
    static void need_gdalwarp() throws Exception {
        boolean present;
        try {
            present = new ProcessBuilder("gdalwarp", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            present = false;
        }
        if (!present && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("gdalwarp is not installed (Debian package gdal-bin)");
        }
        assumeTrue(present, "gdalwarp is not installed (Debian package gdal-bin): comparison skipped");
    }

    @Test
    void cells_of_two_minutes_to_six_with_holes() throws Exception {
        GridGeometry source = cells(-180, 1080, 540);
        assertAgreement(holes(noise(source, 11)), cells(-180, 360, 180), Resampling.BILINEAR, 2, 360 - 2);
    }

    @Test
    void a_ratio_that_is_not_whole() throws Exception {
        assertAgreement(noise(cells(-180, 1000, 500), 12), cells(-180, 360, 180), Resampling.BILINEAR, 3, 360 - 3);
    }

    @Test
    void a_coarse_source_is_interpolated_between_four_neighbours() throws Exception {
        assertAgreement(holes(noise(cells(-180, 120, 60), 13)), cells(-180, 360, 180), Resampling.BILINEAR, 2, 360 - 2);
    }

    @Test
    void nodes_of_a_tenth_degree_with_both_end_meridians() throws Exception {
        GridGeometry nodes = GridGeometry.ofNodes(Crs.WGS84, -180, 180, -90, 90, 361, 181);
        FloatGrid source = noise(nodes, 14);
        for (int r = 0; r < nodes.rows(); r++) {
            source.values()[r * nodes.columns() + nodes.columns() - 1] = source.values()[r * nodes.columns()];
        }
        assertAgreement(source, cells(-180, 360, 180), Resampling.BILINEAR, 0, 360);
    }

    @Test
    void longitudes_from_0_to_360_away_from_the_seam() throws Exception {
        // GDAL sees two edges at 0/360 where ours wraps, so the columns next to Greenwich are left out
        GridGeometry source = cells(0, 1080, 540);
        assertAgreement(holes(noise(source, 15)), cells(0, 360, 180), Resampling.BILINEAR, 2, 360 - 2);
    }

    @Test
    void nearest_and_average() throws Exception {
        assertAgreement(holes(noise(cells(-180, 1080, 540), 16)), cells(-180, 360, 180), Resampling.NEAREST, 0, 360);
        assertAgreement(holes(noise(cells(-180, 1080, 540), 17)), cells(-180, 360, 180), Resampling.AVERAGE, 0, 360);
    }

    private static GridGeometry cells(double west, int columns, int rows) {
        return new GridGeometry(Crs.WGS84, west, 90, 360.0 / columns, 180.0 / rows, columns, rows, Registration.CELL);
    }

    private static FloatGrid noise(GridGeometry g, long seed) {
        Random random = new Random(seed);
        float[] v = new float[g.size()];
        for (int i = 0; i < v.length; i++) {
            v[i] = (float) random.nextGaussian();
        }
        return new FloatGrid(g, Unit.NANOTESLA, v);
    }

    private static FloatGrid holes(FloatGrid grid) {
        Random random = new Random(99);
        for (int i = 0; i < grid.values().length / 20; i++) {
            grid.values()[random.nextInt(grid.values().length)] = Float.NaN;
        }
        return grid;
    }

    private void assertAgreement(FloatGrid source, GridGeometry target, Resampling method, int fromColumn, int toColumn)
            throws Exception {
        float[] theirs = gdalwarp(source, target, method);
        float[] ours;
        try (Workers workers = new Workers(2)) {
            ours = Resampler.resample(source, target, method, workers).values();
        }
        int differing = 0;
        for (int r = 0; r < target.rows(); r++) {
            for (int c = fromColumn; c < toColumn; c++) {
                float a = ours[r * target.columns() + c];
                float b = theirs[r * target.columns() + c];
                boolean same = Float.isNaN(a) ? Float.isNaN(b) : Math.abs(a - b) <= TOLERANCE;
                differing += same ? 0 : 1;
            }
        }
        assertThat(differing).as("cells that differ from gdalwarp").isZero();
    }

    private float[] gdalwarp(FloatGrid source, GridGeometry target, Resampling method) throws Exception {
        Path vrt = writeVrt(source);
        Path out = folder.resolve("out.img");
        List<String> command = List.of(
                "gdalwarp",
                "-q",
                "-overwrite",
                "-of",
                "ENVI",
                "-ot",
                "Float32",
                "-r",
                method == Resampling.NEAREST ? "near" : method.name().toLowerCase(java.util.Locale.ROOT),
                "-te",
                "" + target.west(),
                "" + target.south(),
                "" + target.east(),
                "" + target.north(),
                "-ts",
                "" + target.columns(),
                "" + target.rows(),
                "-et",
                "0",
                "-srcnodata",
                "nan",
                "-dstnodata",
                "nan",
                vrt.toString(),
                out.toString());
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        float[] values = new float[target.size()];
        ByteBuffer.wrap(Files.readAllBytes(out))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    private Path writeVrt(FloatGrid source) throws IOException {
        ByteBuffer raw = ByteBuffer.allocate(4 * source.values().length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(source.values());
        Files.write(folder.resolve("in.raw"), raw.array());
        GridGeometry g = source.geometry();
        String xml = """
                <VRTDataset rasterXSize="%d" rasterYSize="%d">
                  <SRS>EPSG:4326</SRS>
                  <GeoTransform>%s, %s, 0, %s, 0, -%s</GeoTransform>
                  <VRTRasterBand dataType="Float32" band="1" subClass="VRTRawRasterBand">
                    <NoDataValue>nan</NoDataValue>
                    <SourceFilename relativetoVRT="1">in.raw</SourceFilename>
                    <ImageOffset>0</ImageOffset><PixelOffset>4</PixelOffset><LineOffset>%d</LineOffset>
                    <ByteOrder>LSB</ByteOrder>
                  </VRTRasterBand>
                </VRTDataset>
                """.formatted(g.columns(), g.rows(), g.west(), g.dx(), g.north(), g.dy(), 4 * g.columns());
        Path vrt = folder.resolve("in.vrt");
        Files.writeString(vrt, xml);
        return vrt;
    }
}
