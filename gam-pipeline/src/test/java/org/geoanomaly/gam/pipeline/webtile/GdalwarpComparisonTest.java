package org.geoanomaly.gam.pipeline.webtile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code gdalwarp -r average} to EPSG:3857. GDAL weighs the cells of a pixel's bounding box in the source by their overlap, which here is
 * the pixel itself, so values agree to rounding. Differences are by design: GDAL takes any valid cell where we want half of the pixel, and it
 * weighs a pixel that hangs over the edge of the grid otherwise (left out here).
 */
class GdalwarpComparisonTest {
    private static final double HALF_WORLD = 20037508.342789244;

    @TempDir
    Path dir;

    @Test
    void gdal_averages_to_the_same_values() throws Exception {
        FloatGrid grid = SampleGrids.rough(-60, 70, 500, 400, 0.02, 8);
        for (int[] tile : new int[][] {{2, 1, 1}, {4, 6, 5}, {5, 11, 9}, {7, 45, 40}}) {
            float[] gdal = warp(grid, tile[0], tile[1], tile[2]);
            float[] ours = new WebTileRenderer(grid).render(tile[0], tile[1], tile[2]);
            int compared = 0;
            double worst = 0;
            for (int i = 0; i < ours.length; i++) {
                if (Float.isNaN(ours[i]) || overhangs(grid.geometry(), tile, i)) {
                    continue;
                }
                double difference = Math.abs(ours[i] - gdal[i]);
                compared++;
                worst = Math.max(worst, difference);
            }
            String what = String.format(
                    Locale.ROOT, "%d/%d/%d: worst %.6f of %d", tile[0], tile[1], tile[2], worst, compared);
            assertThat(compared).as(what).isGreaterThan(1000);
            assertThat(worst).as(what).isLessThan(1e-4);
        }
    }

    private static boolean overhangs(GridGeometry g, int[] tile, int pixel) {
        long px = tile[1] * 256L + pixel % 256;
        long py = tile[2] * 256L + pixel / 256;
        return WebMercator.longitude(tile[0], px) < g.west()
                || WebMercator.longitude(tile[0], px + 1) > g.east()
                || WebMercator.latitude(tile[0], py) > g.north()
                || WebMercator.latitude(tile[0], py + 1) < g.south();
    }

    private float[] warp(FloatGrid grid, int z, int x, int y) throws IOException, InterruptedException {
        GridGeometry g = grid.geometry();
        ByteBuffer raw = ByteBuffer.allocate(g.size() * 4).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(grid.values());
        Files.write(dir.resolve("in.bin"), raw.array());
        Files.writeString(
                dir.resolve("in.vrt"),
                String.format(Locale.ROOT, """
                        <VRTDataset rasterXSize="%d" rasterYSize="%d"><SRS>EPSG:4326</SRS>
                        <GeoTransform>%s, %s, 0, %s, 0, -%s</GeoTransform>
                        <VRTRasterBand dataType="Float32" band="1" subClass="VRTRawRasterBand"><NoDataValue>nan</NoDataValue>
                        <SourceFilename relativetoVRT="1">in.bin</SourceFilename><ByteOrder>LSB</ByteOrder>
                        </VRTRasterBand></VRTDataset>
                        """, g.columns(), g.rows(), g.west(), g.dx(), g.north(), g.dy()));
        double side = 2 * HALF_WORLD / (1 << z);
        run(
                "gdalwarp",
                "-q",
                "-overwrite",
                "-r",
                "average",
                "-et",
                "0",
                "-of",
                "ENVI",
                "-t_srs",
                "EPSG:3857",
                "-ts",
                "256",
                "256",
                "-te",
                String.valueOf(x * side - HALF_WORLD),
                String.valueOf(HALF_WORLD - (y + 1) * side),
                String.valueOf((x + 1) * side - HALF_WORLD),
                String.valueOf(HALF_WORLD - y * side),
                "-dstnodata",
                "nan",
                "in.vrt",
                "out.bin");
        float[] out = new float[256 * 256];
        ByteBuffer.wrap(Files.readAllBytes(dir.resolve("out.bin")))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(out);
        return out;
    }

    private void run(String... command) throws InterruptedException {
        int code;
        try {
            code = new ProcessBuilder(command)
                    .directory(dir.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            if ("true".equals(System.getenv("CI"))) {
                fail("gdalwarp is missing: install gdal-bin", e);
            }
            abort("gdalwarp is missing: install gdal-bin");
            return;
        }
        assertThat(code).isZero();
    }
}
